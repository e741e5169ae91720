import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { categories } from "./data/categories";
import { findProduct, productUse } from "./data/products";
import type { ProductListParams } from "./schema";
import { productList } from "./sql/product-list";

/** Everything the list of products shows; for admins. */
export function productsPage(scope: Scope, params: ProductListParams, locale: string) {
  return read(scope, async (tx) => ({
    ...(await productList(tx, params, locale)),
    categories: await categories(tx),
  }));
}

/** Everything the page of one product shows; for admins. @throws NotFoundError */
export function productPage(scope: Scope, id: string) {
  return read(scope, async (tx) => ({
    product: await findProduct(tx, id),
    use: await productUse(tx, id),
    categories: await categories(tx),
  }));
}
export type ProductPage = Awaited<ReturnType<typeof productPage>>;
