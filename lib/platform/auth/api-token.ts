import "server-only";
import { z } from "zod";
import { system } from "@/lib/platform/db/access";
import { type Scope, scopeOf } from "@/lib/platform/scope";
import { hashSecret } from "./password";

/** How personal tokens begin, so that a leaked one can be recognised. */
export const TOKEN_PREFIX = "cl_";

const owner = z.array(z.object({ userId: z.string() }));

/** Finds the token's owner and notes its use, at most once a minute. */
const lookUp = (secret: string) =>
  system("authenticate a token", async (tx) => {
    const hash = hashSecret(secret);
    const rows = owner.parse(
      await tx.$queryRaw`
        SELECT user_id::text AS "userId" FROM api_token
        WHERE token_hash = ${hash} AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    );
    if (rows[0]) {
      await tx.$executeRaw`UPDATE api_token SET last_used_at = now() WHERE token_hash = ${hash}
        AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
    }
    return rows[0]?.userId ?? null;
  });

/**
 * Who asks with a personal token, seeing what the person sees.
 * @param authorization the header's value, `Bearer cl_…`
 * @returns null for anything but a living token of an active person
 */
export async function authenticateToken(authorization: string | null): Promise<Scope | null> {
  const secret = /^Bearer\s+(cl_[\w-]{43})$/i.exec(authorization?.trim() ?? "")?.[1];
  if (!secret) return null;
  const userId = await lookUp(secret);
  return userId ? scopeOf(userId) : null;
}
