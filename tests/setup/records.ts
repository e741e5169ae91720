import type { Company } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

/** Inserts one row past row security and returns its id. */
export async function insertRow(table: string, row: Record<string, unknown>): Promise<string> {
  const names = Object.keys(row);
  const places = names.map((_, index) => `$${index + 1}`);
  const [inserted] = await query<{ id: string }>(
    `INSERT INTO "${table}" (${names.join(", ")}) VALUES (${places.join(", ")}) RETURNING id`,
    Object.values(row),
  );
  if (!inserted) throw new Error(`nothing was inserted into ${table}`);
  return inserted.id;
}

type Rep = "Rae" | "Rob" | "Ray" | "Wes";
const UNIT_OF = { Rae: "E1", Rob: "E1", Ray: "E2", Wes: "W1" } as const;
export const REPS = Object.keys(UNIT_OF) as Rep[];

/**
 * For each of the four reps of `createCompany`: a customer of their own, a won deal with a line and
 * the sale booked for it, and a published target. Everything of a rep carries the rep's name.
 */
export async function createRecords(company: Company) {
  const product = await insertRow("product", { name: "Camera", sku: "CAM", currency: "USD" });
  const entries: [Rep, Awaited<ReturnType<typeof recordsOf>>][] = [];
  for (const rep of REPS) entries.push([rep, await recordsOf(company, rep, product)]);
  return { product, of: Object.fromEntries(entries) as Record<Rep, (typeof entries)[0][1]> };
}

async function recordsOf(company: Company, rep: Rep, product: string) {
  const place = { owner_id: company.user[rep], unit_id: company.unit[UNIT_OF[rep]] };
  const customer = await insertRow("customer", { name: `${rep}'s secret customer`, ...place });
  const deal = await insertRow("deal", {
    ...place,
    title: `${rep}'s secret deal`,
    customer_id: customer,
    stage_id: company.stage.Won,
    created_on: "2026-01-10",
    closed_on: "2026-02-15",
    currency: "USD",
    expected_amount: 100,
    expected_base_amount: 100,
    booked_amount: 90,
    booked_base_amount: 90,
  });
  const line = await insertRow("deal_line", { deal_id: deal, product_id: product, amount: 100 });
  const sale = await insertRow("sale", {
    ...place,
    sold_on: "2026-02-15",
    order_no: `${rep}'s secret order`,
    customer_id: customer,
    product_id: product,
    deal_id: deal,
    quantity: 1,
    currency: "USD",
    amount: 90,
    base_amount: 90,
  });
  const target = await insertRow("target", {
    kpi: "revenue",
    period_from: "2026-01-01",
    period_to: "2026-04-01",
    unit_id: place.unit_id,
    user_id: place.owner_id,
    target: 1000,
    status: "published",
  });
  return { customer, deal, line, sale, target };
}

export type Records = Awaited<ReturnType<typeof createRecords>>;
