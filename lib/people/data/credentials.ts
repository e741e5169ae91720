import "server-only";
import type { Tx } from "@/lib/platform/db/access";

/** Whether anybody can sign in. The application role cannot read this table: system access only. */
export async function anyCredential(tx: Tx): Promise<boolean> {
  const found = await tx.credential.findFirst({
    where: { OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }] },
    select: { userId: true },
  });
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

/** Ends every session, API token and calendar address of a person: somebody else may hold them. */
export async function endAccess(tx: Tx, userId: string): Promise<void> {
  await endSessions(tx, userId);
  await tx.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  await tx.$queryRaw`SELECT end_calendar_feed(${userId}::uuid)::text`;
}

/** The stored hash, to check the present password before it is changed. */
export async function passwordHashOf(tx: Tx, userId: string): Promise<string | null> {
  const found = await tx.credential.findUnique({
    where: { userId },
    select: { passwordHash: true },
  });
  return found?.passwordHash ?? null;
}

/**
 * Notes that somebody asked for a new password, for the admins to see; at most once a day. Nothing
 * happens for an address nobody has.
 */
export async function recordResetRequest(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO credential (user_id, reset_requested_at)
    SELECT id, now() FROM "user" WHERE email = ${email} AND status <> 'disabled'
    ON CONFLICT (user_id) DO UPDATE SET reset_requested_at = now()
    WHERE credential.reset_requested_at IS NULL OR credential.reset_requested_at < now() - interval '1 day'`;
}

/** Whether a person has a way to sign in. */
export async function hasCredential(tx: Tx, userId: string): Promise<boolean> {
  const count = await tx.credential.count({
    where: { userId, OR: [{ passwordHash: { not: null } }, { oidcSubject: { not: null } }] },
  });
  return count > 0;
}

/** Who asked for a new password and has not been given a link yet. */
export async function resetRequests(tx: Tx): Promise<string[]> {
  const rows = await tx.credential.findMany({
    where: { resetRequestedAt: { not: null } },
    select: { userId: true },
  });
  return rows.map((row) => row.userId);
}
