import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { removing } from "@/lib/undo/data";
import type { ContactInput } from "../schema";

const MOST = 200;

/** People at a customer, those in use first; at most 200. */
export function contactsOf(tx: Tx, customerId: string) {
  return tx.contact.findMany({
    where: { customerId },
    orderBy: [{ active: "desc" }, { decisionRole: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
  });
}
export type ContactRecord = Awaited<ReturnType<typeof contactsOf>>[number];

/** Whether the person may write the customer's contacts. */
export async function worksWith(tx: Tx, customerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ works: boolean }[]>(
    Prisma.sql`SELECT app_works_with_customer(${customerId}::uuid) AS works`,
  );
  return rows[0]?.works ?? false;
}

async function findWritable(tx: Tx, id: string): Promise<ContactRecord> {
  const contact = await tx.contact.findUnique({ where: { id } });
  if (!contact) throw new NotFoundError();
  if (!(await worksWith(tx, contact.customerId))) throw new ForbiddenError();
  return contact;
}

/** @throws NotFoundError where the customer may not be seen, ForbiddenError */
export async function insertContact(
  tx: Tx,
  { customerId, ...input }: ContactInput & { customerId: string },
): Promise<string> {
  const customer = await tx.customer.findUnique({
    where: { id: customerId },
    select: { id: true },
  });
  if (!customer) throw new NotFoundError();
  if (!(await worksWith(tx, customerId))) throw new ForbiddenError();
  const added = await tx.contact.create({ data: { customerId, ...input }, select: { id: true } });
  return added.id;
}

/** Saves what an editor saw at `version`. @throws ConflictError, NotFoundError, ForbiddenError */
export async function updateContact(
  tx: Tx,
  { id, version, ...input }: ContactInput & { id: string; version: number },
): Promise<void> {
  await findWritable(tx, id);
  const saved = await tx.contact.updateMany({
    where: { id, version },
    data: { ...input, version: { increment: 1 } },
  });
  if (saved.count === 1) return;
  const {
    name,
    nameEn,
    title,
    phone,
    email,
    decisionRole,
    version: now,
  } = await findWritable(tx, id);
  throw new ConflictError({ name, nameEn, title, phone, email, decisionRole, version: now });
}

/** Somebody who has left stays in every record and can no longer be chosen. */
export async function setContactActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await findWritable(tx, id);
  await tx.contact.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}

/**
 * Deletes a contact that nothing names; answers with the id to undo it by.
 * @throws AppError contactInUse, NotFoundError, ForbiddenError
 */
export async function deleteContact(tx: Tx, id: string): Promise<string> {
  await findWritable(tx, id);
  try {
    return await removing(tx, "contact", () => tx.contact.deleteMany({ where: { id } }));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") {
      throw new AppError("contactInUse");
    }
    throw error;
  }
}
