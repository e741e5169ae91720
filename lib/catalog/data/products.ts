import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { orTaken } from "@/lib/platform/db/unique";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import type { ProductInput } from "../schema";

/** A product for its editor; the price as a number. @throws NotFoundError */
export async function findProduct(tx: Tx, id: string) {
  const product = await tx.product.findUnique({ where: { id }, include: { category: true } });
  if (!product) throw new NotFoundError();
  return { ...product, listPrice: product.listPrice?.toNumber() ?? null };
}
export type ProductRecord = Awaited<ReturnType<typeof findProduct>>;

/** @throws AppError skuTaken */
export async function insertProduct(tx: Tx, product: ProductInput): Promise<string> {
  const adding = tx.product.create({ data: product, select: { id: true } });
  return (await orTaken("skuTaken", adding)).id;
}

/**
 * Saves what an editor saw at `version`.
 * @throws ConflictError with the product as it is now, AppError skuTaken
 */
export async function updateProduct(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: ProductInput,
): Promise<void> {
  const saving = tx.product.updateMany({
    where: { id, version },
    data: { ...changes, version: { increment: 1 } },
  });
  if ((await orTaken("skuTaken", saving)).count === 1) return;
  const now = await findProduct(tx, id);
  const { name, nameEn, sku, categoryId, listPrice, currency } = now;
  throw new ConflictError({
    name,
    nameEn,
    sku,
    categoryId,
    listPrice,
    currency,
    version: now.version,
  });
}

/** Whether a product can be chosen for new deals and sales. @throws NotFoundError */
export async function setProductActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await findProduct(tx, id);
  await tx.product.updateMany({
    where: { id, active: !active },
    data: { active, version: { increment: 1 } },
  });
}

/** Records that name a product: lines of deals, sales, and what was said about it. */
export async function productUse(
  tx: Tx,
  id: string,
): Promise<{ lines: number; sales: number; voices: number }> {
  return {
    voices:
      (await tx.feedback.count({ where: { productId: id } })) +
      (await tx.marketNote.count({ where: { productId: id } })),
    lines: await tx.dealLine.count({ where: { productId: id } }),
    sales: await tx.sale.count({ where: { productId: id } }),
  };
}

/** @throws AppError productInUse, NotFoundError */
export async function deleteProduct(tx: Tx, id: string): Promise<void> {
  await findProduct(tx, id);
  const use = await productUse(tx, id);
  if (use.lines + use.sales + use.voices > 0) throw new AppError("productInUse", use);
  await tx.product.delete({ where: { id }, select: { id: true } });
}
