import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { accepted, applyRecords, rememberCreated } from "./apply-records";
import { mappedColumns, sourceColumns } from "./columns";
import type { RunContext } from "./run-context";
import { given, identifier, meant, refuse, type Stage } from "./stage";

type NamedTable = "product_category" | "loss_reason" | "competitor";

/** Finds the entries of a short list (categories, loss reasons, competitors) by name and adds the missing. */
export async function ensureNames(
  tx: Tx,
  stage: Stage,
  field: string,
  table: NamedTable,
  run: RunContext,
): Promise<void> {
  if (!stage.fields.includes(field)) return;
  const list = identifier(table);
  const name = Prisma.sql`btrim(${given(field)})`;
  const same = Prisma.sql`lower(t.name) = lower(${name}) OR lower(t.name_en) = lower(${name})`;
  await tx.$executeRaw`DROP TABLE IF EXISTS import_name`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_name ON COMMIT DROP AS
    SELECT uuid_v7() AS id, min(${name}) AS name FROM ${stage.table} s
    WHERE s.reason IS NULL AND ${given(field)} IS NOT NULL AND NOT EXISTS (SELECT FROM ${list} t WHERE ${same})
    GROUP BY lower(${name})`;
  await tx.$executeRaw`INSERT INTO ${list} (id, name) SELECT id, name FROM import_name`;
  await rememberCreated(tx, table, run.batch, Prisma.sql`SELECT id FROM import_name`);
  await tx.$executeRaw`UPDATE ${stage.table} s SET ${identifier(`r_${field}`)} = t.id FROM ${list} t WHERE ${same}`;
}

/** A product that is there already without a source, known by the same article number, is the one meant. */
export async function adoptBySku(tx: Tx, stage: Stage): Promise<void> {
  if (!stage.fields.includes("sku")) return;
  const sku = given("sku");
  await tx.$executeRaw`UPDATE ${stage.table} s SET id = t.id, existed = true FROM product t
    WHERE NOT s.existed AND s.reason IS NULL AND t.source IS NULL AND t.sku = ${sku}`;
  const taken = Prisma.sql`EXISTS (SELECT FROM product t WHERE t.sku = ${sku} AND t.id <> s.id)
    OR EXISTS (SELECT FROM ${stage.table} o WHERE o.reason IS NULL AND o."f_sku" = ${sku} AND (o.file, o.row) < (s.file, s.row))`;
  await refuse(tx, stage, "duplicate", "sku", Prisma.sql`(${taken})`);
}

export async function applyProducts(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  await ensureNames(tx, stage, "category", "product_category", run);
  const columns = [
    ...mappedColumns(stage, [
      { field: "name", name: "name", type: "text" },
      { field: "nameEn", name: "name_en", type: "text" },
      { field: "sku", name: "sku", type: "text" },
      { field: "category", name: "category_id", type: "uuid" },
      { field: "listPrice", name: "list_price", type: "numeric(18,4)" },
    ]),
    { name: "currency", type: "char(3)", value: Prisma.sql`s.currency` },
    ...sourceColumns(run.source),
  ];
  await applyRecords(tx, { table: "product", columns, rows: accepted(stage) }, run.batch);
}

export async function applyCustomers(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  const columns = [
    ...mappedColumns(stage, [
      { field: "name", name: "name", type: "text" },
      { field: "nameEn", name: "name_en", type: "text" },
      { field: "sector", name: "sector", type: "text" },
      { field: "location", name: "location", type: "text" },
      { field: "employees", name: "employees", type: "int" },
      { field: "annualRevenue", name: "annual_revenue", type: "numeric(18,4)" },
      { field: "foundedYear", name: "founded_year", type: "int" },
      { field: "parent", name: "parent_id", type: "uuid" },
      { field: "owner", name: "owner_id", type: "uuid" },
      { field: "unit", name: "unit_id", type: "uuid" },
    ]),
    ...sourceColumns(run.source),
  ];
  await applyRecords(tx, { table: "customer", columns, rows: accepted(stage) }, run.batch);
}

/** Nobody is the parent of himself. */
export async function refuseOwnParent(tx: Tx, stage: Stage): Promise<void> {
  if (!stage.fields.includes("parent")) return;
  await refuse(tx, stage, "reference", "parent", Prisma.sql`${meant("parent")} = s.id`);
}
