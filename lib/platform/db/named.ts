import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, isBusinessDate } from "@/lib/shared/business-date";
import type { Named } from "@/lib/shared/named";

/** A name in both languages, as every reference table has it. */
export const named = z.object({ name: z.string(), nameEn: z.string().nullable() });
export const reference = named.extend({ id: z.string() });

/** A `date` column selected as text. */
export const businessDay = z.custom<BusinessDate>(
  (value) => typeof value === "string" && isBusinessDate(value),
);

/** SQL of a `Reference` to the row of a joined table; null where an outer join found none. */
export function referenceSql(alias: string): Prisma.Sql {
  return Prisma.raw(`CASE WHEN ${alias}.id IS NOT NULL THEN
    jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'nameEn', ${alias}.name_en) END`);
}

const TABLES = [
  "pipeline_stage",
  `"user"`,
  "unit",
  "product",
  "product_category",
  "customer",
  "customer_segment",
  "contact",
  "loss_reason",
  "competitor",
  "feedback_theme",
];

/** Names of records by id, whatever they are; ids that do not exist or may not be seen are missing. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const lookups = TABLES.map(
    (table) =>
      Prisma.sql`SELECT id::text, name, name_en AS "nameEn" FROM ${Prisma.raw(table)} WHERE id = ANY (${ids}::uuid[])`,
  );
  const deals = Prisma.sql`SELECT id::text, title, NULL FROM deal WHERE id = ANY (${ids}::uuid[])`;
  const rows = await tx.$queryRaw`${Prisma.join([...lookups, deals], " UNION ALL ")}`;
  return new Map(
    z
      .array(reference)
      .parse(rows)
      .map((row) => [row.id, row]),
  );
}
