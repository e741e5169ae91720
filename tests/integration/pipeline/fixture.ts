import { beforeAll, beforeEach } from "vitest";
import { type Tx, write } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

type Person = keyof Company["user"];

export const as = async <T>(userId: string, work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(userId), work);

/** A company with two products, two reasons for losing, a competitor and rates for the euro. */
export async function createPipeline() {
  const company = await createCompany();
  const products: string[] = [];
  for (const name of ["Camera", "Lock"])
    products.push(await insertRow("product", { name, currency: "USD" }));
  const reasons = {
    price: await insertRow("loss_reason", { name: "Price" }),
    undecided: await insertRow("loss_reason", { name: "No decision", is_no_decision: true }),
  };
  const rival = await insertRow("competitor", { name: "Rival" });
  await insertRow("exchange_rate", { currency: "EUR", valid_from: "2026-01-01", rate: 1.1 });
  await insertRow("exchange_rate", { currency: "EUR", valid_from: "2026-03-01", rate: 1.07 });
  return { company, products, reasons, rival };
}
export type Pipeline = Awaited<ReturnType<typeof createPipeline>>;

/** Rae's open deal over 100 USD with a line for each amount. */
export async function insertDeal(
  { company, products }: Pipeline,
  more: Record<string, unknown> = {},
  lines: readonly number[] = [60, 40],
): Promise<string> {
  const id = await insertRow("deal", {
    title: "Deal",
    owner_id: company.user.Rae,
    unit_id: company.unit.E1,
    stage_id: company.stage.Proposal,
    created_on: "2026-01-10",
    currency: "USD",
    expected_amount: 100,
    expected_base_amount: 100,
    ...more,
  });
  for (const [i, amount] of lines.entries())
    await insertRow("deal_line", { deal_id: id, product_id: products[i], quantity: i + 1, amount });
  return id;
}

type Line = {
  product_id: string | null;
  owner_id: string;
  unit_id: string;
  quantity: number;
  amount: number;
  base_amount: number;
  rate: number;
  sold_on: string;
};

export const linesOf = (id: string) =>
  query<Line>(
    `SELECT product_id, owner_id, unit_id, quantity::float8, amount::float8, base_amount::float8, rate::float8,
      sold_on::text FROM sale WHERE deal_id = $1 ORDER BY id`,
    [id],
  );

export const amountsOf = async (id: string) =>
  (await linesOf(id)).map((line) => line.base_amount).sort((a, b) => b - a);

export async function dealNow(id: string) {
  const [row] = await query<{
    version: number;
    title: string;
    stage_id: string;
    owner_id: string;
    unit_id: string;
    closed_on: string | null;
    booked: number | null;
    loss_reason_id: string | null;
  }>(
    `SELECT version, title, stage_id, owner_id, unit_id, closed_on::text, booked_base_amount::float8 AS booked,
      loss_reason_id FROM deal WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error("no deal");
  return row;
}

/** For a test file: the company once, and a fresh deal of Rae's before each test. */
export function pipelineForTests() {
  const state = {} as Pipeline & {
    deal: string;
    as: <T>(person: Person, work: (tx: Tx) => Promise<T>) => Promise<T>;
  };
  beforeAll(async () => {
    Object.assign(state, await createPipeline());
    state.as = (person, work) => as(state.company.user[person], work);
  });
  beforeEach(async () => {
    state.deal = await insertDeal(state);
  });
  return state;
}

/** What winning a deal is asked for. */
export const won = (deal: string, more: object = {}) => ({
  id: deal,
  version: 1,
  closedOn: "2026-02-15" as const,
  amount: 100,
  orderNo: null,
  book: true,
  ...more,
});
