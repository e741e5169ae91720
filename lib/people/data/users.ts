import "server-only";
import type { UserStatus } from "@/lib/people/domain/user-rules";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { ConflictError, NotFoundError } from "@/lib/platform/errors";
import type { Role } from "@/lib/shared/role";

const ACCOUNT = {
  id: true,
  name: true,
  nameEn: true,
  email: true,
  role: true,
  status: true,
  version: true,
  lastSignInAt: true,
  createdAt: true,
  source: true,
  locale: true,
  theme: true,
} as const;

/** A person's record without anything secret. @throws NotFoundError */
export async function findUser(tx: Tx, id: string) {
  const user = await tx.user.findUnique({ where: { id }, select: ACCOUNT });
  if (!user) throw new NotFoundError();
  return user;
}
export type UserRecord = Awaited<ReturnType<typeof findUser>>;

type NewUser = { name: string; nameEn: string | null; email: string | null; role: Role };

/** Adds a person who cannot sign in before an invitation is accepted. @throws AppError emailTaken */
export async function insertUser(tx: Tx, user: NewUser): Promise<string> {
  const data = { ...user, status: "invited" } as const;
  const creating = tx.user.create({ data, select: { id: true } });
  return (await orTaken("emailTaken", creating)).id;
}

type Changes = Partial<NewUser>;

/**
 * Saves what an editor saw at `version`.
 * @throws ConflictError with the record as it is now, when it was changed since; AppError emailTaken
 */
export async function updateUser(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: Changes,
): Promise<void> {
  const saving = tx.user.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  });
  const { count } = await orTaken("emailTaken", saving);
  if (count === 1) return;
  const { name, nameEn, email, role, version: now } = await findUser(tx, id);
  throw new ConflictError({ name, nameEn, email, role, version: now });
}

/** Changes whether a person may sign in; disabling ends their sessions. */
export async function setStatus(tx: Tx, id: string, status: UserStatus): Promise<void> {
  await tx.user.update({
    where: { id },
    data: {
      status,
      version: { increment: 1 },
      ...(status === "disabled" ? { sessionEpoch: { increment: 1 } } : {}),
    },
    select: { id: true },
  });
}

/** An accepted invitation: the name the person gave, active from now on; false for who was disabled meanwhile. */
export async function activate(tx: Tx, id: string, name: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id, status: { not: "disabled" } },
    data: { name, status: "active", version: { increment: 1 } },
  });
  return count === 1;
}

/** Serialises changes of who may do what until the end of the transaction, so that the last admin stays. */
export async function lockAccounts(tx: Tx): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('closeloop accounts'))`;
  return tx.user.count({ where: { role: "admin", status: "active" } });
}

/** Who may run a unit: everybody but reps and the disabled, by name. */
export async function possibleManagers(tx: Tx) {
  return tx.user.findMany({
    where: { role: { in: ["admin", "manager"] }, status: { not: "disabled" } },
    select: { id: true, name: true, nameEn: true, email: true },
    orderBy: { name: "asc" },
  });
}
