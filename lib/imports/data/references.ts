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

const hasIds = (kind: ReferenceKind) => kind !== "stages";

/** The records of a kind that the source gives ids, with those the same stage brings when a kind refers to itself. */
function knownIds(kind: ReferenceKind, source: string, stage: Stage): Prisma.Sql {
  const { table, id = "t.id" } = lookups[kind];
  const stored = Prisma.sql`SELECT ${Prisma.raw(id)} AS id, t.external_id FROM ${identifier(table)} t WHERE t.source = ${source}`;
  return stage.entry.kind === kind
    ? Prisma.sql`${stored} UNION ALL SELECT s.id, s.external_id FROM ${stage.table} s WHERE s.reason IS NULL`
    : stored;
}

/** All (record, name) pairs of a kind; `own` are those of the same source. */
function knownNames(kind: ReferenceKind, source: string, stage: Stage): Prisma.Sql {
  const { table, names, id = "t.id" } = lookups[kind];
  const own = hasIds(kind) ? Prisma.sql`t.source IS NOT DISTINCT FROM ${source}` : Prisma.sql`true`;
  const parts = names.map(
    (name) =>
      Prisma.sql`SELECT ${Prisma.raw(id)} AS id, t.${identifier(name)} AS name, ${own} AS own FROM ${identifier(table)} t WHERE t.${identifier(name)} IS NOT NULL`,
  );
  if (stage.entry.kind === kind)
    parts.push(
      Prisma.sql`SELECT s.id, s."f_name", true FROM ${stage.table} s WHERE s.reason IS NULL`,
    );
  return Prisma.join(parts, " UNION ALL ");
}

/**
 * Finds the record each value of a reference field means: a confirmed alias first, then the id in the
 * source, then the name whatever its case, preferring records of the same source. A name two records
 * share is ambiguous and refuses the row, as does one that no record has. Names are read only for
 * values that are no ids: an id is found by index, however many records there are.
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
  const ids = hasIds(kind)
    ? knownIds(kind, source, stage)
    : Prisma.sql`SELECT NULL::uuid AS id, NULL AS external_id`;
  await tx.$executeRaw`DROP TABLE IF EXISTS ${table}`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE ${table} ON COMMIT DROP AS
    WITH wanted AS (SELECT DISTINCT ${value} AS value FROM ${stage.table} s WHERE ${value} IS NOT NULL AND s.reason IS NULL),
    meant AS (SELECT w.value, btrim(coalesce(a.target, w.value)) AS target FROM wanted w LEFT JOIN import_alias a
      ON a.source = ${source} AND a.kind = ${kind} AND a.value = lower(btrim(w.value)))
    SELECT m.value, m.target, (array_agg(DISTINCT k.id))[1] AS id, count(DISTINCT k.id)::int AS matches
    FROM meant m LEFT JOIN (${ids}) k ON k.external_id = m.target GROUP BY m.value, m.target`;
  await tx.$executeRaw`CREATE UNIQUE INDEX ON ${table} (value)`;
  await tx.$executeRaw`ANALYZE ${table}`;
  const [other] = await tx.$queryRaw<unknown[]>`SELECT FROM ${table} WHERE matches = 0 LIMIT 1`;
  if (!other || lookups[kind].names.length === 0) return;
  await tx.$executeRaw`WITH found AS (
      SELECT m.value, k.id, k.own FROM ${table} m JOIN (${knownNames(kind, source, stage)}) k
        ON lower(btrim(k.name)) = lower(m.target) WHERE m.matches = 0
    ), best AS (SELECT value, bool_or(own) AS own FROM found GROUP BY value)
    UPDATE ${table} m SET id = x.id, matches = x.matches
    FROM (SELECT f.value, (array_agg(DISTINCT f.id))[1] AS id, count(DISTINCT f.id)::int AS matches
      FROM found f JOIN best b ON b.value = f.value AND b.own = f.own GROUP BY f.value) x WHERE x.value = m.value`;
}

const referenceTable = (field: string) => identifier(`import_reference_${field}`);

/** Writes what the values of all reference fields mean into the stage, in one pass. */
async function setMeant(tx: Tx, stage: Stage): Promise<void> {
  const fields = referenceFields(stage);
  const name = (field: string) => identifier(`r_${field}`);
  const found = (field: string) => identifier(`of_${field}`);
  const ids = fields.map(({ field }) => Prisma.sql`${found(field)}.id AS ${name(field)}`);
  const joins = fields.map(
    ({ field }) =>
      Prisma.sql`LEFT JOIN ${referenceTable(field)} ${found(field)} ON ${found(field)}.value = ${given(field)} AND ${found(field)}.matches = 1`,
  );
  const sets = fields.map(({ field }) => Prisma.sql`${name(field)} = m.${name(field)}`);
  await tx.$executeRaw`UPDATE ${stage.table} t SET ${Prisma.join(sets)}
    FROM (SELECT s.ctid AS at, ${Prisma.join(ids)} FROM ${stage.table} s ${Prisma.join(joins, " ")} WHERE s.reason IS NULL) m
    WHERE t.ctid = m.at`;
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
