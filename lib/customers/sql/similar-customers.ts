import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference, referenceSql } from "@/lib/platform/db/named";

const row = reference.extend({
  location: z.string().nullable(),
  owner: reference.nullable(),
  active: z.boolean(),
});
export type SimilarCustomer = z.infer<typeof row>;

/**
 * Customers the reader may see whose name, in either language and without its legal form, is like the
 * one typed; the closest first, at most 5. `exceptId` is the customer being edited.
 */
export async function similarCustomers(
  tx: Tx,
  typed: string,
  exceptId: string | null,
): Promise<SimilarCustomer[]> {
  const rows = await tx.$queryRaw`
    SELECT c.id::text, c.name, c.name_en AS "nameEn", c.location, c.active, ${referenceSql("o")} AS owner
    FROM seen_similar_customers(${typed}, ${exceptId}::uuid) s JOIN customer c ON c.id = s.id
      LEFT JOIN "user" o ON o.id = c.owner_id
    ORDER BY s.closeness DESC, c.name, c.id`;
  return z.array(row).parse(rows);
}

/** Is there one like it that the reader may not see? Yes or no, nothing of it. */
export async function hiddenSimilarCustomer(
  tx: Tx,
  typed: string,
  exceptId: string | null,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ hidden: boolean | null }[]>`
    SELECT hidden_similar_customer(${typed}, ${exceptId}::uuid) AS hidden`;
  return rows[0]?.hidden ?? false;
}

/** Asks whoever has the closest hidden ones; answers how many were asked about. */
export async function askAboutCustomer(
  tx: Tx,
  typed: string,
  note: string | null,
): Promise<number> {
  const rows = await tx.$queryRaw<{ asked: number }[]>`
    SELECT ask_about_customer(${typed}, ${note}) AS asked`;
  return rows[0]?.asked ?? 0;
}
