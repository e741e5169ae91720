import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";
import { categories } from "./data/categories";
import { findProduct, productUse } from "./data/products";
import type { ProductListParams } from "./schema";
import { productList } from "./sql/product-list";
import { searchProducts } from "./sql/search-products";

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

/** Products that match the text, leading to their deals. */
export async function findProducts(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchProducts(tx, text, limit));
  return found.map((product) => ({
    kind: "product",
    value: product.id,
    label: localName(product, locale),
    hint: [product.sku, product.category ? localName(product.category, locale) : null]
      .filter((part) => part !== null)
      .join(" · "),
    href: `/sales?product=${product.id}`,
  }));
}
