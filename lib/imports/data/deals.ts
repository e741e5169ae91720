import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { accepted, applyRecords, type Column } from "./apply-records";
import { ensureNames } from "./catalog";
import { mapped, mappedColumns, sourceColumns } from "./columns";
import { inBase, type RunContext, settleCurrency, unitOfOwner } from "./run-context";
import { given, meant, refuse, type Stage } from "./stage";

const none = Prisma.sql`NULL`;

/** The day a deal stands for where one is needed: closed, else engaged, else created, else today. */
const dayOf = (run: RunContext) =>
  Prisma.sql`coalesce(s."f_closedOn", s."f_engagedOn", s."f_createdOn", ${run.today})::date`;

/** Fills in unit, currency and rate; a won or lost deal needs the day it was closed on. */
export async function completeDeals(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  await tx.$executeRaw`UPDATE ${stage.table} s SET "r_unit" = coalesce(
      (SELECT t.unit_id FROM deal t WHERE s.existed AND t.id = s.id AND t.owner_id = s."r_owner"), ${unitOfOwner(dayOf(run))})
    WHERE s.reason IS NULL AND s."r_unit" IS NULL`;
  await refuse(tx, stage, "required", "unit", Prisma.sql`s."r_unit" IS NULL`);
  const undated = Prisma.sql`s."f_closedOn" IS NULL AND EXISTS (SELECT FROM pipeline_stage p WHERE p.id = s."r_stage" AND p.kind <> 'open')`;
  await refuse(tx, stage, "required", "closedOn", undated);
  await settleCurrency(tx, stage, run, dayOf(run));
}

/** The rate stays frozen while currency and closing day stay the same. */
const rate = Prisma.sql`CASE WHEN t.currency = s.currency AND t.closed_on IS NOT DISTINCT FROM s."f_closedOn"::date THEN t.rate ELSE s.rate END`;

/**
 * What a deal is expected to bring: the file's value, else what is there, else the list price of its
 * product, marked as estimated. Lost deals keep it beside a booked value of 0.
 */
function expectedColumns(stage: Stage, run: RunContext): { columns: Column[]; joins: Prisma.Sql } {
  const fromFile = Prisma.sql`(${mapped(stage, "expectedValue", none)})::numeric(18,4)`;
  const quantity = Prisma.sql`coalesce((${mapped(stage, "quantity", none)})::numeric, 1)`;
  const listed = Prisma.sql`(p.list_price * ${quantity})::numeric(18,4)`;
  const value = Prisma.sql`coalesce(${fromFile}, t.expected_amount, ${listed})`;
  return {
    joins: Prisma.sql`LEFT JOIN product p ON p.id = s."r_product" AND p.currency = s.currency`,
    columns: [
      { name: "expected_amount", type: "numeric(18,4)", value },
      {
        name: "expected_estimated",
        type: "boolean",
        value: Prisma.sql`CASE WHEN ${fromFile} IS NOT NULL THEN false WHEN t.expected_amount IS NOT NULL THEN t.expected_estimated
          ELSE ${listed} IS NOT NULL END`,
      },
      { name: "expected_base_amount", type: "numeric(18,4)", value: inBase(run, value, rate) },
    ],
  };
}

function bookedColumns(stage: Stage, run: RunContext): Column[] {
  if (!stage.fields.includes("bookedValue")) return [];
  const booked = Prisma.sql`${given("bookedValue")}::numeric(18,4)`;
  return [
    { name: "booked_amount", type: "numeric(18,4)", value: booked },
    { name: "booked_base_amount", type: "numeric(18,4)", value: inBase(run, booked, rate) },
  ];
}

function titleColumn(stage: Stage): Column {
  const fallback = Prisma.sql`coalesce(nullif(concat_ws(' · ', (SELECT c.name FROM customer c WHERE c.id = s."r_customer"), p.name), ''), s.external_id)`;
  return stage.fields.includes("title")
    ? { name: "title", type: "text", value: Prisma.sql`coalesce(${given("title")}, ${fallback})` }
    : { name: "title", type: "text", value: fallback, onlyNew: true };
}

/** Writes deals with their product line; their history is written by the database, dated by the file. */
export async function applyDeals(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  await ensureNames(tx, stage, "lossReason", "loss_reason", run);
  await ensureNames(tx, stage, "competitor", "competitor", run);
  const expected = expectedColumns(stage, run);
  const columns = [
    titleColumn(stage),
    ...mappedColumns(stage, [
      { field: "customer", name: "customer_id", type: "uuid" },
      { field: "stage", name: "stage_id", type: "uuid" },
      { field: "owner", name: "owner_id", type: "uuid" },
      { field: "createdOn", name: "created_on", type: "date" },
      { field: "engagedOn", name: "engaged_on", type: "date" },
      { field: "expectedCloseOn", name: "expected_close_on", type: "date" },
      { field: "closedOn", name: "closed_on", type: "date" },
      { field: "lossReason", name: "loss_reason_id", type: "uuid" },
      { field: "competitor", name: "competitor_id", type: "uuid" },
    ]),
    { name: "unit_id", type: "uuid", value: meant("unit") },
    { name: "currency", type: "char(3)", value: Prisma.sql`s.currency` },
    { name: "rate", type: "numeric(18,8)", value: rate },
    ...expected.columns,
    ...bookedColumns(stage, run),
    ...sourceColumns(run.source),
  ];
  const plan = { table: "deal", columns, rows: accepted(stage), joins: expected.joins };
  await applyRecords(tx, plan, run.batch);
  await keepWritten(tx);
  if (stage.fields.includes("product")) await applyLines(tx, stage, run);
}

/** What has just been written of each deal, kept for its lines and sales: joining the tables anew costs more. */
async function keepWritten(tx: Tx): Promise<void> {
  await tx.$executeRaw`DROP TABLE IF EXISTS import_deal`;
  await tx.$executeRaw`ALTER TABLE import_incoming RENAME TO import_deal`;
}

/** One line a deal, for its product. Deals given several lines by people are left as they are. */
async function applyLines(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  await tx.$executeRaw`DROP TABLE IF EXISTS import_line`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_line ON COMMIT DROP AS
    SELECT l.deal_id, (array_agg(l.id))[1] AS id, count(*)::int AS lines FROM deal_line l
    WHERE l.deal_id IN (SELECT id FROM ${stage.table} WHERE existed) GROUP BY l.deal_id`;
  await tx.$executeRaw`ANALYZE import_line`;
  const quantity = mapped(stage, "quantity", none);
  const booked = stage.fields.includes("bookedValue")
    ? Prisma.sql`CASE WHEN p.kind = 'won' THEN d.booked_amount ELSE d.expected_amount END`
    : Prisma.sql`d.expected_amount`;
  const rows = Prisma.sql`(
    SELECT coalesce(l.id, uuid_v7()) AS id, l.id IS NOT NULL AS existed, s.id AS deal_id, s."r_product" AS product_id,
      coalesce((${quantity})::numeric, 1) AS quantity, ${booked} AS amount
    FROM ${accepted(stage)} s JOIN import_deal d ON d.id = s.id JOIN pipeline_stage p ON p.id = d.stage_id
    LEFT JOIN import_line l ON l.deal_id = s.id
    WHERE s."r_product" IS NOT NULL AND coalesce(l.lines, 0) < 2)`;
  const columns = [
    { name: "deal_id", type: "uuid", value: Prisma.sql`s.deal_id` },
    { name: "product_id", type: "uuid", value: Prisma.sql`s.product_id` },
    { name: "quantity", type: "numeric(14,3)", value: Prisma.sql`s.quantity` },
    { name: "amount", type: "numeric(18,4)", value: Prisma.sql`s.amount` },
  ];
  const plan = { table: "deal_line", columns, rows, unversioned: true, belongsTo: "deal_id" };
  await applyRecords(tx, plan, run.batch);
}
