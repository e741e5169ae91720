import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { reference } from "@/lib/platform/db/named";
import { NONE, pageWindow, type Sort } from "@/lib/shared/list-params";
import type { PRODUCT_COLUMNS, ProductListParams } from "../schema";

const row = reference.extend({
  sku: z.string().nullable(),
  category: reference.nullable(),
  listPrice: z.coerce.number().nullable(),
  currency: z.string(),
  active: z.boolean(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
  total: z.coerce.number(),
});
export type ProductRow = z.infer<typeof row>;

type Column = (typeof PRODUCT_COLUMNS)[number];

/** Names are sorted as they are shown: in the reader's language. */
function shownName(alias: string, locale: string): Prisma.Sql {
  return Prisma.raw(
    locale === "en" ? `coalesce(${alias}.name_en, ${alias}.name)` : `${alias}.name`,
  );
}

function orderBy(sort: Sort<Column>, locale: string): Prisma.Sql {
  const order: Record<Column, Prisma.Sql> = {
    name: shownName("p", locale),
    sku: Prisma.sql`p.sku`,
    category: shownName("c", locale),
    listPrice: Prisma.sql`p.list_price`,
    active: Prisma.sql`p.active`,
  };
  const descending = sort.startsWith("-");
  const column = order[(descending ? sort.slice(1) : sort) as Column];
  return descending
    ? Prisma.sql`${column} DESC NULLS LAST, p.id`
    : Prisma.sql`${column} ASC NULLS LAST, p.id`;
}

function ofCategories(wanted: readonly string[]): Prisma.Sql {
  const ids = wanted.filter((one) => one !== NONE);
  const none = wanted.includes(NONE) ? Prisma.sql`OR p.category_id IS NULL` : Prisma.empty;
  return Prisma.sql`(p.category_id = ANY (${ids}::uuid[]) ${none})`;
}

function conditions({ q, category, status }: ProductListParams): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    parts.push(
      Prisma.sql`(p.name ILIKE ${pattern} OR p.name_en ILIKE ${pattern} OR p.sku ILIKE ${pattern} OR p.external_id ILIKE ${pattern})`,
    );
  }
  if (category) parts.push(ofCategories(category));
  if (status) parts.push(Prisma.sql`p.active = ${status === "active"}`);
  return Prisma.join(parts, " AND ");
}

/** One page of the products. */
export async function productList(
  tx: Tx,
  params: ProductListParams,
  locale: string,
): Promise<{ rows: ProductRow[]; total: number }> {
  const { limit, offset } = pageWindow(params);
  const rows = z.array(row).parse(
    await tx.$queryRaw`
      SELECT p.id::text, p.name, p.name_en AS "nameEn", p.sku, p.list_price AS "listPrice", p.currency,
        p.active, p.source, p.external_id AS "externalId",
        CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'name', c.name, 'nameEn', c.name_en) END AS category,
        count(*) OVER () AS total
      FROM product p
      LEFT JOIN product_category c ON c.id = p.category_id
      WHERE ${conditions(params)}
      ORDER BY ${orderBy(params.sort ?? "name", locale)}
      LIMIT ${limit} OFFSET ${offset}`,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
