import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { fieldsOfKind, type ReferenceKind } from "../domain/import-kinds";
import type { MappingEntry } from "../domain/mapping";
import type { ReadRow } from "../domain/row-reader";

/** A temporary table with the rows one entry of the mapping has read; gone with the transaction. */
export type Stage = {
  entry: MappingEntry;
  /** The mapped fields, in the order of `ReadRow.values`. */
  fields: readonly string[];
  contentIds: boolean;
  table: Prisma.Sql;
};

/** Every name in these statements comes from our own field catalogue, never from a file. */
export const identifier = (name: string): Prisma.Sql => Prisma.raw(`"${name.replaceAll('"', "")}"`);

/** The text of a field as read, in the stage called `s`. */
export const given = (field: string): Prisma.Sql => Prisma.raw(`s."f_${field}"`);

/** The record a reference field means, in the stage called `s`. */
export const meant = (field: string): Prisma.Sql => Prisma.raw(`s."r_${field}"`);

export function referenceFields(stage: Stage): { field: string; refers: ReferenceKind }[] {
  return stage.fields.flatMap((field) => {
    const definition = fieldsOfKind[stage.entry.kind][field];
    return definition?.type === "reference" ? [{ field, refers: definition.refers }] : [];
  });
}

/** Fields that are looked up or filled in besides those of the file; one column each. */
const derivedColumns =
  'id uuid NOT NULL DEFAULT uuid_v7(), existed boolean NOT NULL DEFAULT false, known_on date, reason text, bad_field text, bad_value text, rate numeric(18,8) DEFAULT 1, "r_category" uuid, "r_lossReason" uuid, "r_competitor" uuid';

/** Creates the temporary table of the n-th entry; amounts are in `currency` unless a row says otherwise. */
export async function createStage(
  tx: Tx,
  index: number,
  entry: MappingEntry,
  fields: readonly string[],
  contentIds: boolean,
  currency: string,
): Promise<Stage> {
  const all = Object.entries(fieldsOfKind[entry.kind]);
  const texts = all.map(([field]) => `"f_${field}" text`);
  const references = all
    .filter(([, definition]) => definition.type === "reference")
    .map(([field]) => `"r_${field}" uuid`);
  const table = Prisma.raw(`import_stage_${index}`);
  const columns = ["file smallint", "row int", "external_id text", ...texts, ...references];
  columns.push(`currency text DEFAULT '${/^[A-Z]{3}$/.test(currency) ? currency : ""}'`);
  await tx.$executeRaw`CREATE TEMPORARY TABLE ${table} (${Prisma.raw(columns.join(", "))}, ${Prisma.raw(derivedColumns)}) ON COMMIT DROP`;
  return { entry, fields, contentIds, table };
}

export type StagedRow = { file: number; row: number; read: ReadRow };

/** Adds rows to a stage in one statement. */
export async function loadRows(tx: Tx, stage: Stage, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const names = ["external_id", ...stage.fields.map((field) => `f_${field}`)];
  const arrays = [
    rows.map(({ read }) => read.externalId),
    ...stage.fields.map((_, at) => rows.map(({ read }) => read.values[at] ?? null)),
  ];
  const files = Prisma.sql`${rows.map(({ file }) => file)}::smallint[]`;
  const numbers = Prisma.sql`${rows.map(({ row }) => row)}::int[]`;
  const texts = arrays.map((values) => Prisma.sql`${textArray(values)}::text[]`);
  await tx.$executeRaw`INSERT INTO ${stage.table} (file, row, ${Prisma.join(names.map(identifier))})
    SELECT * FROM unnest(${Prisma.join([files, numbers, ...texts])})`;
}

/** PostgreSQL's own array notation: one parameter instead of thousands of values to convert. */
function textArray(values: readonly (string | null)[]): string {
  const items = values.map((value) =>
    value === null ? "NULL" : `"${value.replace(/["\\]/g, "\\$&")}"`,
  );
  return `{${items.join(",")}}`;
}

/**
 * Refuses the rows of a stage that meet a condition, unless they are refused already. The value
 * reported is the field's own, or what is `said` where that alone explains nothing.
 */
export async function refuse(
  tx: Tx,
  stage: Stage,
  reason: string,
  field: string,
  condition: Prisma.Sql,
  said?: Prisma.Sql,
): Promise<number> {
  const known = stage.fields.includes(field) ? given(field) : Prisma.sql`NULL`;
  const value = said ?? (field === "id" ? Prisma.sql`s.external_id` : known);
  return tx.$executeRaw`UPDATE ${stage.table} s SET reason = ${reason}, bad_field = ${field},
    bad_value = coalesce(${value}, '') WHERE s.reason IS NULL AND ${condition}`;
}
