import "server-only";
import { createMiddleware, createSafeActionClient, returnValidationErrors } from "next-safe-action";
import { z } from "zod";
import { actionScope } from "@/lib/platform/auth/session";
import { hasSqlState } from "@/lib/platform/db/sql-state";
import { AppError, ConflictError, FieldError, ForbiddenError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { underRequestKey } from "@/lib/platform/request-key";
import type { Scope } from "@/lib/platform/scope";

/** What a failed action tells the browser: a key of the `errors` messages, never text. */
export type ActionError = {
  code: string;
  details?: Record<string, string | number>;
  /** After a stale save: the record as it is now. */
  current?: Record<string, string | number | null>;
};

/**
 * What the database has against a change, by its codes and Prisma's: a number no column holds, text or a
 * day that is none, a record named that is not there, one that is there already, a privilege or row
 * security.
 */
const REASONS: readonly (readonly [code: string, states: ReadonlySet<string>])[] = [
  ["tooLarge", new Set(["22003"])],
  ["valueInvalid", new Set(["22007", "22008", "22021", "22P02", "22P05", "23514"])],
  ["notFound", new Set(["23503", "P2003"])],
  ["valueTaken", new Set(["23505", "P2002"])],
  ["forbidden", new Set(["42501"])],
];

function toActionError(error: Error): ActionError {
  if (error instanceof ConflictError) return { code: error.code, current: error.current };
  if (error instanceof FieldError)
    returnValidationErrors(z.record(z.string(), z.unknown()), {
      [error.field]: { _errors: [error.code] },
    });
  if (error instanceof AppError) return { code: error.code, details: error.details };
  const reason = REASONS.find(([, states]) => hasSqlState(error, states));
  if (reason) {
    logger.warn({ err: error }, "the database refused an action");
    return { code: reason[0] };
  }
  logger.error({ err: error }, "an action failed");
  return { code: "unexpected" };
}

/** For the few actions that answer without a session: sign-in, invitation, reset, first run. */
export const publicAction = createSafeActionClient({
  handleServerError: toActionError,
  defaultValidationErrorsShape: "flattened",
});

/**
 * The base of every other server action: a session, its scope as `ctx.scope`, and the key of the form
 * it was sent from, so that what is sent again changes nothing twice.
 */
export const action = publicAction.use(async ({ next, clientInput }) => {
  const scope = await actionScope();
  return underRequestKey(clientInput, () => next({ ctx: { scope } }));
});

/** A link of the chain that stops who may not: `action.use(policy((scope) => can(scope, "user.manage")))`. */
export function policy(allowed: (scope: Scope) => boolean) {
  return createMiddleware<{ ctx: { scope: Scope } }>().define(async ({ ctx, next }) => {
    if (!allowed(ctx.scope)) throw new ForbiddenError();
    return next();
  });
}
