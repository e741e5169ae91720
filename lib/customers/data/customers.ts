import "server-only";
import { requireWorking } from "@/lib/people/data/working-person";
import { may } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import type { CustomerInput } from "../schema";

const PLACE = { select: { id: true, name: true, nameEn: true } } as const;

/** A customer for its editor, with the names of what it refers to. @throws NotFoundError */
export async function findForEdit(tx: Tx, id: string) {
  const customer = await tx.customer.findUnique({
    where: { id },
    select: {
      ...{ id: true, version: true, name: true, nameEn: true, sector: true, location: true },
      ...{ active: true, segmentId: true, parentId: true, ownerId: true, unitId: true },
      parent: PLACE,
      owner: PLACE,
      unit: PLACE,
      segment: PLACE,
    },
  });
  if (!customer) throw new NotFoundError();
  return customer;
}
export type EditedCustomer = Awaited<ReturnType<typeof findForEdit>>;

/** The customer, for somebody who may change it. @throws NotFoundError, ForbiddenError */
export async function findWritable(tx: Tx, scope: Scope, id: string): Promise<EditedCustomer> {
  const customer = await findForEdit(tx, id);
  if (!may(scope, "customer.write", customer)) throw new ForbiddenError();
  return customer;
}

type Names = Pick<CustomerInput, "ownerId" | "unitId" | "parentId">;
type Allowed = { owner: boolean; unit: boolean; parent: boolean; below: boolean };

/**
 * Whom and what a customer may name; row security checks it again.
 * @throws FieldError personDisabled, AppError customerOwnerRefused, customerUnitRefused, customerParentRefused, customerParentBelow
 */
async function checkNames(tx: Tx, names: Names, before?: EditedCustomer): Promise<void> {
  const changed = (name: keyof Names) =>
    names[name] === (before?.[name] ?? null) ? null : names[name];
  const parent = changed("parentId");
  const owner = changed("ownerId");
  if (owner) await requireWorking(tx, owner, "ownerId");
  const rows = await tx.$queryRaw<Allowed[]>`
    SELECT coalesce(app_may_give_to(${owner}::uuid), false) AS owner,
      coalesce(app_may_use_unit(${changed("unitId")}::uuid), false) AS unit,
      app_sees_customer(${parent}::uuid) AS parent,
      customer_is_below(${parent}::uuid, ${before?.id ?? null}::uuid) AS below`;
  const allowed = rows[0];
  if (owner && !allowed?.owner) throw new AppError("customerOwnerRefused");
  if (changed("unitId") && !allowed?.unit) throw new AppError("customerUnitRefused");
  if (parent && !allowed?.parent) throw new AppError("customerParentRefused");
  if (parent && allowed?.below) throw new AppError("customerParentBelow");
}

/**
 * Adds a customer. Without an owner and a unit it belongs to who adds it, in their unit.
 * @throws ForbiddenError, AppError for a name that may not be given (see `checkNames`)
 */
export async function insertCustomer(tx: Tx, scope: Scope, input: CustomerInput): Promise<string> {
  const nobody = input.ownerId === null && input.unitId === null && scope.role !== "admin";
  const data = {
    ...input,
    ...(nobody ? { ownerId: scope.userId } : {}),
    unitId: input.unitId ?? (scope.role === "rep" ? scope.memberUnitId : null),
  };
  if (!may(scope, "customer.write", data)) throw new ForbiddenError();
  await checkNames(tx, data);
  return (await tx.customer.create({ data, select: { id: true } })).id;
}

/**
 * Saves what an editor saw at `version`.
 * @throws ConflictError with the customer as it is now; otherwise as `insertCustomer`
 */
export async function updateCustomer(
  tx: Tx,
  scope: Scope,
  { id, version, ...input }: CustomerInput & { id: string; version: number },
): Promise<void> {
  const before = await findWritable(tx, scope, id);
  if (before.version !== version) throw conflictWith(before);
  if (!may(scope, "customer.write", input)) throw new ForbiddenError();
  await checkNames(tx, input, before);
  const saved = await tx.customer.updateMany({
    where: { id, version },
    data: { ...input, version: { increment: 1 } },
  });
  if (saved.count === 0) throw conflictWith(await findForEdit(tx, id));
}

/** The customer as it is now, with the names behind its ids as `…Name` for who compares. */
function conflictWith(now: EditedCustomer): ConflictError {
  const { name, nameEn, sector, location, version } = now;
  const { segmentId, parentId, ownerId, unitId } = now;
  return new ConflictError({
    ...{ name, nameEn, sector, location, version, segmentId, parentId, ownerId, unitId },
    parentName: now.parent?.name ?? null,
    ownerName: now.owner?.name ?? null,
    unitName: now.unit?.name ?? null,
    segmentName: now.segment?.name ?? null,
  });
}

/** Whether a customer can be chosen for new deals and sales. @throws NotFoundError, ForbiddenError */
export async function setCustomerActive(
  tx: Tx,
  scope: Scope,
  id: string,
  active: boolean,
): Promise<void> {
  await findWritable(tx, scope, id);
  await tx.customer.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}
