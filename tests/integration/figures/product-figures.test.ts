import { beforeAll, describe, expect, it } from "vitest";
import { dealList } from "@/lib/deals/queries";
import { parseDealList } from "@/lib/deals/schema";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// The fault kept out here: a figure by product counted the product's lines, while the list behind it
// summed whole deals.

let c: Company;
let camera: string;
let bell: string;
let category: string;

async function deal(lines: readonly [string, number][], row: object): Promise<string> {
  const id = await insertRow("deal", {
    ...{ title: "deal", owner_id: c.user.Rae, unit_id: c.unit.E1, currency: "EUR", rate: 2 },
    ...{ created_on: "2026-01-05", expected_close_on: "2026-03-15", ...row },
  });
  for (const [product_id, amount] of lines)
    await insertRow("deal_line", { deal_id: id, product_id, amount, quantity: 1 });
  return id;
}

beforeAll(async () => {
  c = await createCompany();
  category = await insertRow("product_category", { name: "Security" });
  camera = await insertRow("product", { name: "Camera", currency: "USD", category_id: category });
  bell = await insertRow("product", { name: "Bell", currency: "USD", category_id: category });
  const open = { stage_id: c.stage.Proposal };
  const sums = (base: number) => ({ expected_amount: base / 2, expected_base_amount: base });
  // Two products: 100.01 and 50.01 EUR at 2. One product: the deal's own amount, whatever its line says.
  await deal(
    [
      [camera, 100.01],
      [bell, 50.01],
    ],
    { ...open, ...sums(300.04) },
  );
  await deal([[camera, 90]], { ...open, ...sums(200) });
  await deal([], { ...open, ...sums(1000) });
  const won = { stage_id: c.stage.Won, closed_on: "2026-02-10" };
  const booked = { booked_amount: 140, booked_base_amount: 280 };
  await deal(
    [
      [camera, 100],
      [bell, 50],
    ],
    { ...won, ...sums(300), ...booked },
  );
  const shared = await deal(
    [
      [camera, 10.01],
      [bell, 20.01],
    ],
    {
      ...open,
      ...sums(60.04),
      is_shared: true,
    },
  );
  for (const [user_id, unit_id, share_from, share_to] of [
    [c.user.Rae, c.unit.E1, 0, 0.3333],
    [c.user.Ray, c.unit.E2, 0.3333, 1],
  ])
    await insertRow("deal_split", { deal_id: shared, user_id, unit_id, share_from, share_to });
});

const range = { from: "2026-01-01", to: "2026-04-01" };

/** A figure and the whole list that it opens. */
async function opened(metric: string, where: object) {
  const scope = await scopeFor(c.user.Ada);
  const { figure, records } = await explainFigure(scope, metric, { ...range, ...where });
  if (records?.kind !== "deals") throw new Error("no deals behind the figure");
  const search = Object.fromEntries(new URL(records.href, "http://x").searchParams);
  return { figure, ...(await dealList(scope, parseDealList(search))) };
}
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("the deals behind a figure by product", () => {
  it("show the product's lines: Camera 200.02 + 200 + 20.02 = 420.04, Bell 100.02 + 40.02 = 140.04", async () => {
    const { figure, rows, totals } = await opened("pipeline_open", { product: camera });
    expect(figure.value).toBeCloseTo(420.04, 6);
    expect(totals.expected).toBeCloseTo(420.04, 6);
    expect(sum(rows.map((row) => row.expectedBaseAmount))).toBeCloseTo(420.04, 6);
    expect(rows.map((row) => row.expectedAmount).sort()).toEqual([10.01, 100, 100.01].sort());
    const bells = await opened("pipeline_open", { product: bell });
    expect([bells.figure.value, bells.totals.expected]).toEqual([140.04, 140.04]);
  });

  it("sum to it for every product, category and share, of every sum over deals", async () => {
    const products = [{ product: camera }, { product: bell }, { category }, { product: "none" }];
    const people = [{}, { rep: c.user.Rae }, { rep: c.user.Ray }, { unit: c.unit.E2 }];
    for (const product of products)
      for (const who of people)
        for (const [metric, total] of [
          ["pipeline_open", "expected"],
          ["weighted_pipeline", "weighted"],
          ["pipeline_due", "expected"],
          ["pipeline_created", "expected"],
        ] as const) {
          const { figure, totals } = await opened(metric, { ...product, ...who });
          expect(totals[total] ?? 0).toBeCloseTo(figure.value ?? 0, 6);
        }
  });

  it("won: the line's 200, not the 280 the whole deal was booked at", async () => {
    const { figure, totals } = await opened("average_deal_size", { product: camera });
    expect([figure.numerator, totals.booked]).toEqual([200, 200]);
  });

  it("without a product are whole: 300.04 + 200 + 1,000 + 60.04 = 1,560.08", async () => {
    const { figure, totals } = await opened("pipeline_open", {});
    expect(figure.value).toBeCloseTo(1560.08, 6);
    expect(totals.expected).toBeCloseTo(1560.08, 6);
  });
});
