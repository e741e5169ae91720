import "server-only";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { requestKey } from "@/lib/platform/request-key";
import type { Scope } from "@/lib/platform/scope";
import { primary, replica } from "./client";
import { Prisma, type PrismaClient } from "./generated/client";
import { isRetryable } from "./retryable";

declare const scoped: unique symbol;

/** A database handle inside one transaction whose role and scope are set. There is no other handle. */
export type Tx = Prisma.TransactionClient & { readonly [scoped]: true };

type Work<T> = (tx: Tx) => Promise<T>;

/** How often a transaction is tried while it meets deadlocks, and the longest pause between, in ms. */
const TRIES = 10;
const LONGEST_PAUSE = 1500;

const LIMITS = { maxWait: 10_000, timeout: 60_000 };

function uuidArray(ids: readonly string[]): string {
  return `{${ids.join(",")}}`;
}

/** One statement sets role and scope for the transaction; both end with it, so poolers may share connections. */
function enter(scope: Scope, readOnly: boolean, reason: string): Prisma.Sql {
  return Prisma.sql`SELECT set_config('transaction_read_only', ${readOnly ? "on" : "off"}, true),
    set_config('role', 'closeloop_app', true),
    set_config('app.user_id', ${scope.userId}, true),
    set_config('app.role', ${scope.role}, true),
    set_config('app.unit_ids', ${uuidArray(scope.unitIds)}, true),
    set_config('app.managed_unit_ids', ${uuidArray(scope.managedUnitIds)}, true),
    set_config('app.past_unit_ids', ${uuidArray(scope.pastUnitIds)}, true),
    set_config('app.reason', ${reason}, true)`;
}

async function transact<T>(
  client: PrismaClient,
  setup: Prisma.Sql,
  isolationLevel: Prisma.TransactionIsolationLevel,
  work: Work<T>,
  timeout = LIMITS.timeout,
): Promise<T> {
  return client.$transaction(
    async (tx) => {
      await tx.$queryRaw(setup);
      return work(tx as Tx);
    },
    { ...LIMITS, timeout, isolationLevel },
  );
}

/**
 * Runs again after a deadlock or serialisation failure, so that a person never sees one. The pauses
 * grow past the second PostgreSQL takes to find a deadlock, else those who met would meet again.
 */
async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= TRIES || !isRetryable(error)) throw error;
      const pause = Math.min(LONGEST_PAUSE, 20 * 2 ** tries);
      await new Promise((resolve) => setTimeout(resolve, pause * Math.random()));
    }
  }
}

/**
 * All reads of one page in one read-only snapshot, so that its figures reconcile. `timeout` in
 * milliseconds, for exports.
 */
export function read<T>(scope: Scope, work: Work<T>, timeout = LIMITS.timeout): Promise<T> {
  return transact(replica(), enter(scope, true, ""), "RepeatableRead", work, timeout);
}

/**
 * One change. `reason` goes into the audit log and the history of targets. `work` may run more than
 * once, so it touches nothing but the database. `timeout` in milliseconds, for imports.
 */
export async function write<T>(
  scope: Scope,
  work: Work<T>,
  reason = "",
  timeout = LIMITS.timeout,
): Promise<T> {
  const setup = enter(scope, false, reason);
  const request = requestKey();
  const once: Work<T> = async (tx) => {
    if (request) await claim(tx, request.key);
    return work(tx);
  };
  const written = await retrying(() => transact(primary(), setup, "ReadCommitted", once, timeout));
  if (request) request.claimed = true;
  return written;
}

/**
 * Takes the key a form was sent with, together with the change it asks for.
 * @throws AppError alreadySent where the change was made before and only its answer was lost
 */
async function claim(tx: Tx, key: string): Promise<void> {
  const [row] = await tx.$queryRaw<
    { fresh: boolean }[]
  >`SELECT claim_request(${key}::uuid) AS fresh`;
  if (!row?.fresh) throw new AppError("alreadySent");
}

/**
 * Sees and changes everything: sign-in, jobs, seeds. `reason` says why and is logged. `actorId` is
 * the person in whose name it happens, for the audit log.
 */
export function system<T>(
  reason: string,
  work: Work<T>,
  actorId = "",
  timeout = LIMITS.timeout,
): Promise<T> {
  logger.debug({ reason }, "system access");
  const setup = Prisma.sql`SELECT set_config('role', 'closeloop_system', true),
    set_config('app.user_id', ${actorId}, true), set_config('app.reason', ${reason}, true)`;
  return retrying(() => transact(primary(), setup, "ReadCommitted", work, timeout));
}
