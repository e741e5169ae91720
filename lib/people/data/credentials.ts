import "server-only";
import type { Tx } from "@/lib/platform/db/access";

/** Whether anybody can sign in. The application role cannot read this table: system access only. */
export async function anyCredential(tx: Tx): Promise<boolean> {
  const found = await tx.credential.findFirst({ select: { userId: true } });
  return found !== null;
}

/** Sets a person's password (as a hash) and ends all their sessions. */
export async function setPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.credential.upsert({
    where: { userId },
    create: { userId, passwordHash },
    update: { passwordHash, changedAt: new Date() },
  });
  await endSessions(tx, userId);
}

/** Ends every session of a person at their next request. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { sessionEpoch: { increment: 1 } },
    select: { id: true },
  });
}
