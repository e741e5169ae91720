import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import {
  accepted,
  applyRecords,
  type Counted,
  countRecords,
  forgetTouched,
  rememberBefore,
} from "./apply-records";
import { mapped, mappedColumns, sourceColumns } from "./columns";
import { inBase, type RunContext, settleCurrency, unitOfOwner } from "./run-context";
import { meant, refuse, type Stage } from "./stage";

const SALE = { table: "sale", partedBy: "sold_on" };
const none = Prisma.sql`NULL`;
const dayOf = Prisma.sql`s."f_soldOn"::date`;

const monthRow = z.array(z.object({ month: z.string() }));

/** The months, by their first day, that the rows of a stage will have sale lines in. */
export async function monthsOfSales(tx: Tx, { entry, table }: Stage): Promise<string[]> {
  const day = Prisma.raw(entry.kind === "sales" ? 's."f_soldOn"' : 's."f_closedOn"');
  if (entry.kind !== "sales" && !entry.bookSales) return [];
  const rows = await tx.$queryRaw`SELECT DISTINCT left(${day}, 7) || '-01' AS month FROM ${table} s
    WHERE s.reason IS NULL AND ${day} IS NOT NULL ORDER BY 1`;
  return monthRow.parse(rows).map(({ month }) => month);
}

/** Fills in unit, currency and rate. A line without an owner belongs to its customer's unit. */
export async function completeSales(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  await tx.$executeRaw`UPDATE ${stage.table} s SET "r_unit" = coalesce(
      (SELECT t.unit_id FROM sale t WHERE s.existed AND t.id = s.id AND t.sold_on = s.known_on AND t.owner_id IS NOT DISTINCT FROM s."r_owner"),
      ${unitOfOwner(dayOf)}, (SELECT c.unit_id FROM customer c WHERE c.id = s."r_customer"))
    WHERE s.reason IS NULL AND s."r_unit" IS NULL`;
  await refuse(tx, stage, "required", "unit", Prisma.sql`s."r_unit" IS NULL`);
  await refuse(tx, stage, "required", "amount", Prisma.sql`${amountOf(stage)} IS NULL`);
  await settleCurrency(tx, stage, run, dayOf);
}

/** The amount of a line: as given, else quantity × unit price. */
function amountOf(stage: Stage): Prisma.Sql {
  const amount = mapped(stage, "amount", none);
  const quantity = Prisma.sql`coalesce((${mapped(stage, "quantity", none)})::numeric, 1)`;
  const price = mapped(stage, "unitPrice", none);
  return Prisma.sql`coalesce((${amount})::numeric, ${quantity} * (${price})::numeric)`;
}

/** Writes sale lines from a file of orders; returns are lines of their own with negative quantity. */
export async function applySales(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  const amount = amountOf(stage);
  const frozen = Prisma.sql`CASE WHEN t.currency = s.currency AND t.sold_on = ${dayOf} THEN t.rate ELSE s.rate END`;
  const cost = Prisma.sql`(${mapped(stage, "cost", none)})::numeric`;
  const sign = Prisma.sql`CASE WHEN ${amount} < 0 THEN -1 ELSE 1 END`;
  const columns = [
    ...mappedColumns(stage, [
      { field: "soldOn", name: "sold_on", type: "date" },
      { field: "customer", name: "customer_id", type: "uuid" },
      { field: "product", name: "product_id", type: "uuid" },
      { field: "owner", name: "owner_id", type: "uuid" },
    ]),
    { name: "unit_id", type: "uuid", value: meant("unit") },
    {
      name: "order_no",
      type: "text",
      value: Prisma.sql`coalesce(${mapped(stage, "order", none)}, s.external_id)`,
    },
    {
      name: "quantity",
      type: "numeric(14,3)",
      value: Prisma.sql`coalesce((${mapped(stage, "quantity", none)})::numeric, ${sign})`,
    },
    { name: "currency", type: "char(3)", value: Prisma.sql`s.currency` },
    { name: "amount", type: "numeric(18,4)", value: amount },
    { name: "rate", type: "numeric(18,8)", value: frozen },
    { name: "base_amount", type: "numeric(18,4)", value: inBase(run, amount, frozen) },
    ...(stage.fields.includes("cost")
      ? [{ name: "base_cost", type: "numeric(18,4)", value: inBase(run, cost, frozen) }]
      : []),
    ...sourceColumns(run.source),
  ];
  await applyRecords(tx, { ...SALE, columns, rows: accepted(stage) }, run.batch);
}

/**
 * Books one sale line for each won deal of the stage, on its closing day, with the deal's product,
 * customer, owner and unit. The line of a deal that is no longer won is taken back.
 */
export async function bookWonDeals(
  tx: Tx,
  stage: Stage,
  run: RunContext,
): Promise<Counted & { removed: number }> {
  const quantity = mapped(stage, "quantity", none);
  const customer = stage.fields.includes("customer")
    ? Prisma.sql`d.customer_id`
    : Prisma.sql`NULL::uuid`;
  await tx.$executeRaw`DROP TABLE IF EXISTS import_booked, import_booking`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_booked ON COMMIT DROP AS
    SELECT x.sale_id AS id, x.sold_on, x.external_id FROM sale_key x WHERE x.source = ${run.source}
      AND x.external_id IN (SELECT 'deal:' || external_id FROM ${stage.table} WHERE existed)`;
  await tx.$executeRaw`ANALYZE import_booked`;
  await tx.$executeRaw`CREATE TEMPORARY TABLE import_booking ON COMMIT DROP AS
    SELECT coalesce(x.id, uuid_v7()) AS id, x.id IS NOT NULL AS existed, x.sold_on AS known_on, d.id AS deal_id, 'deal:' || d.external_id AS external_id,
      d.external_id AS order_no, d.closed_on, ${customer} AS customer_id, s."r_product" AS product_id, d.unit_id, d.owner_id,
      coalesce((${quantity})::numeric, 1) AS quantity, d.currency, d.rate, d.booked_amount, d.booked_base_amount
    FROM ${accepted(stage)} s JOIN import_deal d ON d.id = s.id JOIN pipeline_stage p ON p.id = d.stage_id AND p.kind = 'won'
    LEFT JOIN import_booked x ON x.external_id = 'deal:' || d.external_id
    WHERE d.closed_on IS NOT NULL AND d.booked_amount IS NOT NULL`;
  const rows = Prisma.sql`(SELECT * FROM import_booking)`;
  const same: [string, string, string][] = [
    ["sold_on", "date", "closed_on"],
    ["order_no", "text", "order_no"],
    ["customer_id", "uuid", "customer_id"],
    ["product_id", "uuid", "product_id"],
    ["unit_id", "uuid", "unit_id"],
    ["owner_id", "uuid", "owner_id"],
    ["deal_id", "uuid", "deal_id"],
    ["quantity", "numeric(14,3)", "quantity"],
    ["currency", "char(3)", "currency"],
    ["amount", "numeric(18,4)", "booked_amount"],
    ["rate", "numeric(18,8)", "rate"],
    ["base_amount", "numeric(18,4)", "booked_base_amount"],
  ];
  const columns = [
    ...same.map(([name, type, from]) => ({ name, type, value: Prisma.raw(`s.${from}`) })),
    ...sourceColumns(run.source),
  ];
  await forgetTouched(tx);
  await applyRecords(tx, { ...SALE, columns, rows }, run.batch);
  const counted = await countRecords(tx, rows);
  return { ...counted, removed: await takeBack(tx, stage, run) };
}

async function takeBack(tx: Tx, stage: Stage, run: RunContext): Promise<number> {
  const gone = Prisma.sql`SELECT x.id FROM sale x JOIN ${accepted(stage)} s ON s.existed AND x.deal_id = s.id
    WHERE x.source = ${run.source} AND x.external_id = 'deal:' || s.external_id
      AND x.id NOT IN (SELECT id FROM import_booking)`;
  await rememberBefore(tx, "sale", run.batch, gone);
  return tx.$executeRaw`DELETE FROM sale WHERE id IN (${gone})`;
}
