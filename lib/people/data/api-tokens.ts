import "server-only";
import { TOKEN_PREFIX } from "@/lib/platform/auth/api-token";
import { hashSecret, newSecret } from "@/lib/platform/auth/password";
import type { Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";

type NewToken = { userId: string; name: string; expiresAt: Date | null };

/** Makes a token and answers with it; only its hash is kept. System access only. */
export async function insertToken(tx: Tx, token: NewToken): Promise<string> {
  const secret = `${TOKEN_PREFIX}${newSecret()}`;
  await tx.apiToken.create({
    data: { ...token, tokenHash: hashSecret(secret) },
    select: { id: true },
  });
  return secret;
}

/** A person's tokens that still exist, newest first, without anything secret. */
export async function tokensOf(tx: Tx, userId: string) {
  return tx.apiToken.findMany({
    where: { userId, revokedAt: null },
    select: { id: true, name: true, createdAt: true, expiresAt: true, lastUsedAt: true },
    orderBy: { createdAt: "desc" },
  });
}

/** Ends a token of the person. @throws NotFoundError for somebody else's */
export async function revokeToken(tx: Tx, userId: string, id: string): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE api_token SET revoked_at = now()
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND revoked_at IS NULL`;
  if (count === 0) throw new NotFoundError();
}
