import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Mapping } from "../domain/mapping";
import { refuse, type Stage } from "./stage";

/** What every step of one run needs to know. */
export type RunContext = {
  mapping: Mapping;
  source: string;
  batch: string;
  /** The organisation's currency and its decimals: CNY 2, JPY 0. */
  baseCurrency: string;
  baseDigits: number;
  currency: string;
  validFrom: string;
  /** Today in the organisation's time zone. */
  today: string;
};

const organisationRow = z.array(
  z.object({
    baseCurrency: z.string(),
    used: z.boolean(),
    differs: z.boolean(),
  }),
);

const todayRow = z.array(z.object({ today: z.string() }));

function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/**
 * Takes over the mapping's organisation settings while nothing has been sold and no target or exchange
 * rate is set, which mean money and quarters as they are now; tells the base currency.
 */
export async function openRun(tx: Tx, mapping: Mapping, batch: string): Promise<RunContext> {
  // One import at a time: two runs of the same file would each take the other's rows for new.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('closeloop import'))::text`;
  const { baseCurrency = null, fiscalYearStartMonth = null } = mapping.organisation ?? {};
  const [current] = organisationRow.parse(
    await tx.$queryRaw`SELECT base_currency AS "baseCurrency",
      EXISTS (SELECT FROM deal) OR EXISTS (SELECT FROM sale_rollup) OR EXISTS (SELECT FROM target)
        OR EXISTS (SELECT FROM exchange_rate) AS used,
      base_currency IS DISTINCT FROM coalesce(${baseCurrency}, base_currency)
        OR fiscal_year_start_month IS DISTINCT FROM coalesce(${fiscalYearStartMonth}::int, fiscal_year_start_month) AS differs
      FROM organisation WHERE id = 1`,
  );
  let base = current?.baseCurrency ?? baseCurrency ?? mapping.defaults.currency ?? "CNY";
  if (current && !current.used && current.differs) {
    base = baseCurrency ?? base;
    await tx.$executeRaw`UPDATE organisation SET base_currency = ${base}, version = version + 1, updated_at = now(),
      fiscal_year_start_month = coalesce(${fiscalYearStartMonth}::int, fiscal_year_start_month) WHERE id = 1`;
  }
  if (!current)
    await tx.$executeRaw`INSERT INTO organisation (id, name, base_currency, fiscal_year_start_month)
      VALUES (1, ${mapping.title ?? mapping.source}, ${base}, coalesce(${fiscalYearStartMonth}::int, 1))`;
  // From here on rows are not audited one by one; the batch is. Compiling these statements (jit) and
  // sampling the rows thoroughly would take longer than running them; a page is as near as its neighbour.
  await tx.$queryRaw`SELECT set_config('app.audit_batch', ${batch}, true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true),
    set_config('default_statistics_target', '10', true), set_config('random_page_cost', '1.1', true)`;
  const [day] = todayRow.parse(await tx.$queryRaw`SELECT business_today()::text AS today`);
  return {
    mapping,
    source: mapping.source,
    batch,
    baseCurrency: base,
    baseDigits: digitsOf(base),
    currency: mapping.defaults.currency ?? base,
    validFrom: mapping.defaults.validFrom ?? "1900-01-01",
    today: day?.today ?? "1900-01-01",
  };
}

/** Sets currency and rate of each row on its day; a currency without a rate refuses the row. */
export async function settleCurrency(
  tx: Tx,
  stage: Stage,
  run: RunContext,
  day: Prisma.Sql,
): Promise<void> {
  // The rows have come with the mapping's currency at rate 1: nothing to do where that is all there is.
  if (!stage.fields.includes("currency") && run.currency === run.baseCurrency) return;
  const currency = Prisma.sql`upper(coalesce(s."f_currency", ${run.currency}))`;
  await tx.$executeRaw`UPDATE ${stage.table} s SET currency = ${currency},
    rate = CASE WHEN ${currency} = ${run.baseCurrency} THEN 1
      ELSE (SELECT e.rate FROM exchange_rate e WHERE e.currency = ${currency} AND e.valid_from <= ${day}
        ORDER BY e.valid_from DESC LIMIT 1) END WHERE s.reason IS NULL`;
  const which = Prisma.sql`concat_ws(' ', s.currency, (${day})::text)`;
  await refuse(tx, stage, "currency", "currency", Prisma.sql`s.rate IS NULL`, which);
}

/** An amount in base currency: as it is when it already is, else converted and rounded per record. */
export function inBase(run: RunContext, amount: Prisma.Sql, rate: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN s.currency = ${run.baseCurrency} THEN ${amount} ELSE round(${amount} * ${rate}, ${run.baseDigits}::int) END`;
}

/** The unit a person belongs to (or manages) on a day; the nearest known one when the day is not covered. */
export function unitOfOwner(day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT a.unit_id FROM assignment a WHERE a.user_id = s."r_owner"
    ORDER BY (${day} >= a.valid_from AND ${day} < a.valid_to) DESC, (a.kind = 'member') DESC, a.valid_from DESC LIMIT 1)`;
}
