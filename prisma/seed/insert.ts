import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";

/** A row as it is stored: column names and values; columns left out take their default. */
export type Row = Record<
  string,
  string | number | boolean | null | readonly (number | string)[] | Readonly<Record<string, string>>
>;

const CHUNK = 5000;

/**
 * Inserts rows, 5,000 to a statement, so that statement triggers run once for all of them. The
 * columns are those of the first row; `table` is a name written in this folder, never input.
 */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = Prisma.raw(names.map((name) => `"${name}"`).join(", "));
  const name = Prisma.raw(`"${table}"`);
  for (let at = 0; at < rows.length; at += CHUNK) {
    const json = JSON.stringify(rows.slice(at, at + CHUNK));
    await tx.$executeRaw`INSERT INTO ${name} (${columns})
      SELECT ${columns} FROM json_populate_recordset(NULL::${name}, ${json}::json)`;
  }
}
