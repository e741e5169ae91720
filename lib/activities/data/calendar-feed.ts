import "server-only";
import { z } from "zod";
import { hashSecret, newSecret } from "@/lib/platform/auth/password";
import type { Tx } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";

/** Makes a new secret address and answers with its secret; the one before ends. */
export async function renewFeed(tx: Tx, scope: Scope): Promise<string> {
  await endFeed(tx, scope);
  const secret = newSecret();
  await tx.calendarFeed.create({
    data: { userId: scope.userId, tokenHash: hashSecret(secret) },
    select: { id: true },
  });
  return secret;
}

/** Ends the person's address. */
export async function endFeed(tx: Tx, { userId }: Scope): Promise<void> {
  await tx.calendarFeed.deleteMany({ where: { userId } });
}

/** When the person's address was made and last read; null where there is none. */
export function feedOf(tx: Tx, { userId }: Scope) {
  return tx.calendarFeed.findUnique({
    where: { userId },
    select: { createdAt: true, lastUsedAt: true },
  });
}

const owner = z.object({ userId: z.string(), locale: z.string().nullable() });

/** Whose address a secret is, noting its use at most once a minute. System access only. */
export async function ownerOfFeed(tx: Tx, secret: string) {
  const hash = hashSecret(secret);
  const rows = await tx.$queryRaw`
    SELECT f.user_id::text AS "userId", u.locale FROM calendar_feed f JOIN "user" u ON u.id = f.user_id
    WHERE f.token_hash = ${hash}`;
  const found = z.array(owner).parse(rows)[0];
  if (found)
    await tx.$executeRaw`UPDATE calendar_feed SET last_used_at = now() WHERE token_hash = ${hash}
      AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
  return found;
}
