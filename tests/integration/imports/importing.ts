import { readFileSync } from "node:fs";
import { fileInMemory, type SourceFile } from "@/lib/imports/data/source-file";
import type { ImportReport } from "@/lib/imports/domain/report";
import { type ImportOptions, importFiles } from "@/lib/imports/queries/import-files";
import { parseMapping } from "@/lib/imports/schema";
import { query } from "@/tests/setup/database";

/** Imports texts by a mapping given as a plain object, from the command line's point of view. */
export async function importTexts(
  mapping: object,
  texts: Record<string, string | Buffer>,
  options: Partial<ImportOptions> = {},
) {
  const files = Object.entries(texts).map(([name, text]) => fileInMemory(name, text));
  return importWith(mapping, files, options);
}

export async function importWith(
  mapping: object,
  files: readonly SourceFile[],
  options: Partial<ImportOptions> = {},
) {
  const parsed = parseMapping(JSON.stringify(mapping));
  return importFiles({ mapping: parsed, files, aliases: [], ...options }, null);
}

export function exampleMapping(name: string): { entries: object[] } {
  return JSON.parse(readFileSync(`docs/examples/${name}.mapping.json`, "utf8"));
}

/** created/updated/unchanged/rejected of a kind, as one text. */
export function countsOf(report: ImportReport, kind: string): string {
  const counts = report.counts.find((each) => each.kind === kind);
  if (!counts) return "none";
  return [counts.created, counts.updated, counts.unchanged, counts.rejected].join("/");
}

/** How many rows there are in each table an import writes. */
export async function tableSizes(): Promise<Record<string, number>> {
  const tables = [
    "unit",
    "unit_edge",
    "user",
    "assignment",
    "product",
    "product_category",
    "customer",
  ];
  tables.push(
    "deal",
    "deal_line",
    "deal_history",
    "sale",
    "import_batch",
    "import_change",
    "audit_entry",
  );
  const parts = tables.map((name) => `(select count(*)::int from "${name}") as "${name}"`);
  const [row = {}] = await query<Record<string, number>>(`select ${parts.join(", ")}`);
  return row;
}

/** A fingerprint of all imported records with versions: equal before and after means nothing was touched. */
export async function fingerprint(): Promise<string> {
  const tables = [
    "unit",
    "unit_edge",
    "user",
    "assignment",
    "product",
    "customer",
    "deal",
    "deal_line",
    "deal_history",
    "sale",
  ];
  const parts = tables.map(
    (name) => `(select md5(string_agg(t::text, ',' order by t.id)) from "${name}" t) as "${name}"`,
  );
  const [row] = await query(`select ${parts.join(", ")}`);
  return JSON.stringify(row);
}
