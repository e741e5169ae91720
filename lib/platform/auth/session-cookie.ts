import "server-only";
import { env } from "@/lib/platform/env";

/** Days until a session ends by itself. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** True where people reach the product by https: cookies are then sent over https only. */
export function usesHttps(): boolean {
  return env().NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** Name of the session cookie; the prefix makes browsers refuse it from an insecure origin. */
export function sessionCookieName(): string {
  return usesHttps() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** Signs and encrypts session cookies; the start script sets it where nobody else did. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set; `npm start` and `npm run dev` set it.");
  return secret;
}
