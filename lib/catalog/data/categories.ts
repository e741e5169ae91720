import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";

type Names = { name: string; nameEn: string | null };

/** Every category by name, with the number of its products. */
export async function categories(tx: Tx) {
  const rows = await tx.productCategory.findMany({
    select: {
      id: true,
      name: true,
      nameEn: true,
      version: true,
      _count: { select: { products: true } },
    },
    orderBy: { name: "asc" },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, used: _count.products }));
}

async function findCategory(tx: Tx, id: string) {
  const category = await tx.productCategory.findUnique({
    where: { id },
    include: { _count: { select: { products: true } } },
  });
  if (!category) throw new NotFoundError();
  return category;
}

/** @throws AppError nameTaken */
export async function insertCategory(tx: Tx, names: Names): Promise<string> {
  const adding = tx.productCategory.create({ data: names, select: { id: true } });
  return (await orTaken("nameTaken", adding)).id;
}

/** Saves what an editor saw at `version`. @throws ConflictError, AppError nameTaken */
export async function updateCategory(
  tx: Tx,
  { id, version, ...names }: Names & { id: string; version: number },
): Promise<void> {
  const saving = tx.productCategory.updateMany({
    where: { id, version },
    data: { ...names, version: { increment: 1 } },
  });
  if ((await orTaken("nameTaken", saving)).count === 1) return;
  const now = await findCategory(tx, id);
  throw new ConflictError({ name: now.name, nameEn: now.nameEn, version: now.version });
}

/** @throws AppError categoryInUse, NotFoundError */
export async function deleteCategory(tx: Tx, id: string): Promise<void> {
  const { _count } = await findCategory(tx, id);
  if (_count.products > 0) throw new AppError("categoryInUse", { count: _count.products });
  await tx.productCategory.delete({ where: { id }, select: { id: true } });
}
