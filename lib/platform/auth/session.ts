import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { AppError } from "@/lib/platform/errors";
import { type Scope, scopeOf } from "@/lib/platform/scope";
import { PATH_HEADER, signInPath } from "./next-path";
import { SESSION_SECONDS, sessionCookieName, sessionSecret, usesHttps } from "./session-cookie";

const claims = z.object({ userId: z.uuid(), sessionEpoch: z.number().int() });
export type SessionClaims = z.infer<typeof claims>;

/**
 * The person behind a session cookie as they are now. Null for no cookie, a forged or expired one, a
 * disabled person, or a session ended by "sign out everywhere".
 */
export async function scopeOfCookie(cookie: string | undefined): Promise<Scope | null> {
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: sessionSecret() }).catch(() => null);
  return scopeOfClaims(token);
}

/** The same for the claims of a cookie that has been decoded already. */
export async function scopeOfClaims(token: unknown): Promise<Scope | null> {
  const claim = claims.safeParse(token);
  if (!claim.success) return null;
  const scope = await scopeOf(claim.data.userId);
  return scope?.sessionEpoch === claim.data.sessionEpoch ? scope : null;
}

/** Who asks, or null without a session. Read once a request, from the database. */
export const optionalScope = cache(async (): Promise<Scope | null> => {
  const jar = await cookies();
  return scopeOfCookie(jar.get(sessionCookieName())?.value);
});

/** Who asks. Without a session a page goes to sign-in and comes back afterwards. */
export async function currentScope(): Promise<Scope> {
  const scope = await optionalScope();
  if (scope) return scope;
  redirect(signInPath((await headers()).get(PATH_HEADER)));
}

/** Who asks, for pages of some people only; for everybody else the page does not exist. */
export async function scopeWhere(allowed: (scope: Scope) => boolean): Promise<Scope> {
  const scope = await currentScope();
  if (!allowed(scope)) notFound();
  return scope;
}

/**
 * Who asks, for server actions: they refuse instead of leading away, so that nothing typed is lost.
 * @throws AppError signedOut
 */
export async function actionScope(): Promise<Scope> {
  const scope = await optionalScope();
  if (!scope) throw new AppError("signedOut");
  return scope;
}

const cookieOptions = () =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: usesHttps() }) as const;

/** Keeps this browser signed in after an action that ended all sessions; for server actions. */
export async function renewSession(claim: SessionClaims): Promise<void> {
  const value = await encode({ token: claim, secret: sessionSecret(), maxAge: SESSION_SECONDS });
  const jar = await cookies();
  jar.set(sessionCookieName(), value, { ...cookieOptions(), maxAge: SESSION_SECONDS });
}

/** Takes the session cookie back from this browser; for server actions. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), "", { ...cookieOptions(), maxAge: 0 });
}
