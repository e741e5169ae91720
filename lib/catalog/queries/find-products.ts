import "server-only";
import { searchProducts } from "@/lib/catalog/sql/search-products";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";

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
