import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ReferenceKind } from "../domain/import-kinds";
import { NameIndex, proposeAlias } from "../domain/near-miss";
import type { AliasProposal } from "../domain/report";
import { given, identifier, meant, referenceFields, refuse, type Stage } from "./stage";

/** Where records of a kind are kept and the names they go by besides their id in the source. */
const lookups: Record<ReferenceKind, { table: string; names: readonly string[]; id?: string }> = {
  units: { table: "unit", names: ["name", "name_en"] },
  reps: { table: "user", names: ["name", "name_en", "email"] },
  products: { table: "product", names: ["name", "name_en", "sku"] },
  /** One that was merged away stands for the one it lives on as. */
  customers: {
    table: "customer",
    names: ["name", "name_en"],
    id: "coalesce(t.merged_into_id, t.id)",
  },
  stages: { table: "pipeline_stage", names: ["name", "name_en"] },
  deals: { table: "deal", names: [] },
  sales: { table: "sale", names: [] },
};

/** All (record, name) pairs of a kind: with the records of the same stage when a kind refers to itself. */
function knownNames(kind: ReferenceKind, source: string, stage: Stage): Prisma.Sql {
  const { table, names } = lookups[kind];
  const id = Prisma.raw(lookups[kind].id ?? "t.id");
  const hasSource = kind !== "stages";
  const own = hasSource ? Prisma.sql`t.source IS NOT DISTINCT FROM ${source}` : Prisma.sql`true`;
  const parts = names.map(
    (name) =>
      Prisma.sql`SELECT ${id} AS id, t.${identifier(name)} AS name, ${own} AS own, false AS is_id FROM ${identifier(table)} t WHERE t.${identifier(name)} IS NOT NULL`,
  );
  if (hasSource)
    parts.push(
      Prisma.sql`SELECT ${id}, t.external_id, true, true FROM ${identifier(table)} t WHERE t.source = ${source}`,
    );
  if (stage.entry.kind === kind) {
    parts.push(
      Prisma.sql`SELECT s.id, s."f_name", true, false FROM ${stage.table} s WHERE s.reason IS NULL`,
      Prisma.sql`SELECT s.id, s.external_id, true, true FROM ${stage.table} s WHERE s.reason IS NULL`,
    );
  }
  return Prisma.join(parts, " UNION ");
}

/**
 * Finds the record each value of a reference field means: a confirmed alias first, then the id in the
 * source, then the name whatever its case, preferring records of the same source. A name two records
 * share is ambiguous and refuses the row, as does one that no record has.
 */
async function findMeant(
  tx: Tx,
  stage: Stage,
  field: string,
  kind: ReferenceKind,
  source: string,
): Promise<void> {
  const value = given(field);
  const table = referenceTable(field);
  await tx.$executeRaw`DROP TABLE IF EXISTS ${table}`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE ${table} ON COMMIT DROP AS
    WITH wanted AS (SELECT DISTINCT ${value} AS value FROM ${stage.table} s WHERE ${value} IS NOT NULL AND s.reason IS NULL),
    meant AS (SELECT w.value, btrim(coalesce(a.target, w.value)) AS target FROM wanted w LEFT JOIN import_alias a
      ON a.source = ${source} AND a.kind = ${kind} AND a.value = lower(btrim(w.value))),
    known AS (${knownNames(kind, source, stage)}),
    found AS (
      SELECT m.value, k.id, CASE WHEN k.is_id THEN 1 WHEN k.own THEN 2 ELSE 3 END AS rank
      FROM meant m JOIN known k ON lower(btrim(k.name)) = lower(m.target)
        AND (NOT k.is_id OR k.name = m.target)
    ), best AS (SELECT value, min(rank) AS rank FROM found GROUP BY value)
    SELECT w.value, (array_agg(DISTINCT f.id))[1] AS id, count(DISTINCT f.id)::int AS matches
    FROM wanted w LEFT JOIN (found f JOIN best b ON b.value = f.value AND b.rank = f.rank) ON f.value = w.value
    GROUP BY w.value`;
  await tx.$executeRaw`CREATE UNIQUE INDEX ON ${table} (value)`;
  await tx.$executeRaw`ANALYZE ${table}`;
}

const referenceTable = (field: string) => identifier(`import_reference_${field}`);

/** Writes what the values of all reference fields mean into the stage, in one pass. */
async function setMeant(tx: Tx, stage: Stage): Promise<void> {
  const fields = referenceFields(stage);
  const sets = fields.map(
    ({ field }) =>
      Prisma.sql`${identifier(`r_${field}`)} = (SELECT i.id FROM ${referenceTable(field)} i WHERE i.value = ${given(field)} AND i.matches = 1)`,
  );
  await tx.$executeRaw`UPDATE ${stage.table} s SET ${Prisma.join(sets)} WHERE s.reason IS NULL`;
  for (const { field } of fields) {
    const unresolved = Prisma.sql`${given(field)} IS NOT NULL AND ${meant(field)} IS NULL`;
    const ambiguous = Prisma.sql`EXISTS (SELECT FROM ${referenceTable(field)} i WHERE i.value = ${given(field)} AND i.matches > 1)`;
    await refuse(tx, stage, "ambiguous", field, Prisma.sql`${unresolved} AND ${ambiguous}`);
    await refuse(tx, stage, "reference", field, unresolved);
  }
}

const unknownRow = z.array(z.object({ value: z.string(), rows: z.coerce.number() }));
const nameRow = z.array(z.object({ name: z.string() }));

/** Proposes what the unknown values of a field may mean; at most 500 values and 50,000 names are compared. */
async function proposeFor(
  tx: Tx,
  stage: Stage,
  field: string,
  kind: ReferenceKind,
  source: string,
): Promise<AliasProposal[]> {
  const unknown = unknownRow.parse(
    await tx.$queryRaw`SELECT bad_value AS value, count(*) AS rows FROM ${stage.table}
      WHERE reason = 'reference' AND bad_field = ${field} GROUP BY bad_value ORDER BY count(*) DESC, bad_value LIMIT 500`,
  );
  if (unknown.length === 0) return [];
  const names = nameRow.parse(
    await tx.$queryRaw`SELECT DISTINCT k.name FROM (${knownNames(kind, source, stage)}) k LIMIT 50000`,
  );
  const index = new NameIndex(names.map(({ name }) => name));
  return unknown.flatMap(({ value, rows }) => {
    const found = index.search(value);
    const best = proposeAlias(found)?.candidate;
    return found.map(({ candidate, similarity }) => ({
      kind,
      value,
      target: candidate,
      similarity,
      rows,
      clear: candidate === best,
    }));
  });
}

/** Resolves all references of a stage; what stays unknown refuses its row and may be proposed as an alias. */
export async function resolveReferences(
  tx: Tx,
  stage: Stage,
  source: string,
): Promise<AliasProposal[]> {
  const proposals: AliasProposal[] = [];
  const fields = referenceFields(stage);
  if (fields.length === 0) return proposals;
  for (const { field, refers } of fields) await findMeant(tx, stage, field, refers, source);
  await setMeant(tx, stage);
  for (const { field, refers } of fields) {
    proposals.push(...(await proposeFor(tx, stage, field, refers, source)));
  }
  return proposals;
}

/** Refuses rows whose parent is a new row that was itself refused, until nothing is left to refuse. */
export async function refuseOrphans(tx: Tx, stage: Stage, field: string): Promise<void> {
  if (!stage.fields.includes(field)) return;
  const orphaned = Prisma.sql`EXISTS (SELECT FROM ${stage.table} p WHERE p.id = ${meant(field)} AND NOT p.existed AND p.reason IS NOT NULL)`;
  while ((await refuse(tx, stage, "reference", field, orphaned)) > 0);
}
