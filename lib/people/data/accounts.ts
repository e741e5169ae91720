import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { AppError } from "@/lib/platform/errors";
import type { Role } from "@/lib/shared/role";
import { setMembership, setUnitManager } from "./assignments";
import { businessToday } from "./business-today";
import { setPassword } from "./credentials";
import { insertUser } from "./users";

type NewAccount = {
  email: string;
  name: string;
  role: Role;
  unitId: string | null;
  passwordHash: string;
};

/**
 * A person who can sign in at once. In the unit from today; a manager runs it from today, in place
 * of whoever did. System access only.
 * @throws AppError emailTaken
 */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { email, name, role, unitId } = account;
  const id = await insertUser(tx, { email, name, nameEn: null, role });
  await tx.user.update({ where: { id }, data: { status: "active" }, select: { id: true } });
  await setPassword(tx, id, account.passwordHash);
  if (unitId) {
    const today = await businessToday(tx);
    await setMembership(tx, id, unitId, today);
    if (role === "manager") await setUnitManager(tx, unitId, id, today);
  }
  return id;
}

/**
 * The active unit somebody means by its id, its name in either language, or its id in an import.
 * @throws AppError unitUnknown, unitAmbiguous
 */
export async function unitNamed(tx: Tx, text: string): Promise<string> {
  const rows = z.array(z.object({ id: z.string() })).parse(
    await tx.$queryRaw`
      SELECT id::text FROM unit
      WHERE active AND (id::text = lower(${text}) OR lower(name) = lower(${text})
        OR lower(name_en) = lower(${text}) OR external_id = ${text})`,
  );
  const [first, second] = rows;
  if (!first) throw new AppError("unitUnknown", { unit: text });
  if (second) throw new AppError("unitAmbiguous", { unit: text });
  return first.id;
}

/** The active person with an e-mail address; null where there is none. */
export async function activePersonWith(tx: Tx, email: string): Promise<string | null> {
  const user = await tx.user.findFirst({
    where: { email, status: "active" },
    select: { id: true },
  });
  return user?.id ?? null;
}
