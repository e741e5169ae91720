import { beforeAll, describe, expect, it } from "vitest";
import { dealList } from "@/lib/deals/queries";
import { type DealListParams, parseDealList } from "@/lib/deals/schema";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { dealBoard } from "@/lib/pipeline/queries/board";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// The fault kept out here: a figure credited each share, while the list behind it went by the owner and
// showed whole amounts.

type Person = keyof Company["user"];

let c: Company;
let won: string;
let open: string;

/** A deal of 1,000 that Rae owns: 60 % hers in E1, 40 % Ray's in E2. */
async function dealOf(row: object): Promise<string> {
  const id = await insertRow("deal", {
    ...{ title: "shared", owner_id: c.user.Rae, unit_id: c.unit.E1, currency: "USD" },
    ...{ created_on: "2026-01-05", is_shared: true, expected_base_amount: 1000, ...row },
  });
  const shares = [
    ["Rae", "E1", 0, 0.6],
    ["Ray", "E2", 0.6, 1],
  ] as const;
  for (const [user, unit, share_from, share_to] of shares)
    await insertRow("deal_split", {
      ...{ deal_id: id, user_id: c.user[user], unit_id: c.unit[unit], share_from, share_to },
    });
  return id;
}

beforeAll(async () => {
  c = await createCompany();
  won = await dealOf({ stage_id: c.stage.Won, closed_on: "2026-02-10", booked_base_amount: 1000 });
  open = await dealOf({ stage_id: c.stage.Proposal, expected_close_on: "2026-03-15" });
});

const rep = (name: Person) => ({ rep: c.user[name] });
const unit = (name: keyof Company["unit"]) => ({ unit: c.unit[name] });
/** Who asks for what, and the part of both deals it is credited with. */
const QUESTIONS: readonly [string, Person, () => object, number][] = [
  ["Rae's", "Ada", () => rep("Rae"), 0.6],
  ["Ray's", "Ada", () => rep("Ray"), 0.4],
  ["E1's", "Ada", () => unit("E1"), 0.6],
  ["E2's", "Ada", () => unit("E2"), 0.4],
  ["E2's directly", "Ada", () => ({ direct: c.unit.E2 }), 0.4],
  ["the manager's", "Ada", () => ({ manager: c.user.Mia }), 1],
  ["the region's", "Ada", () => ({ region: c.unit.East }), 1],
  ["the unit's above both", "Ada", () => unit("East"), 1],
  ["everything", "Ada", () => ({}), 1],
  ["what Rae sees of her own", "Rae", () => rep("Rae"), 0.6],
  ["what Ray, who owns neither, sees of his own", "Ray", () => rep("Ray"), 0.4],
  ["all that Ray sees", "Ray", () => ({}), 0.4],
  ["what a manager above both sees", "Mia", () => unit("East"), 1],
];
const range = { from: "2026-01-01", to: "2026-04-01" };

/** A figure and the whole list that it opens. */
async function opened(person: Person, metric: string, where: object) {
  const scope = await scopeFor(c.user[person]);
  const { figure, records } = await explainFigure(scope, metric, { ...range, ...where });
  if (records?.kind !== "deals") throw new Error("no deals behind the figure");
  const search = Object.fromEntries(new URL(records.href, "http://x").searchParams);
  return { figure, records: records.rows, ...(await dealList(scope, parseDealList(search))) };
}

describe("1,000 shared 60 to 40 is 600, 400 and 1,000 in the figure and in the list behind it", () => {
  it.each(QUESTIONS)("%s, won: asked by %s", async (_, person, where, part) => {
    const { figure, records, rows, totals } = await opened(person, "won_deals", where());
    expect(figure).toMatchObject({ value: part, n: 1 });
    expect(totals).toMatchObject({ count: 1, won: 1, credit: part, booked: 1000 * part });
    const row = { id: won, share: part, bookedBaseAmount: 1000 * part };
    expect([rows, records]).toMatchObject([[row], [row]]);
    const size = await opened(person, "average_deal_size", where());
    expect(size.figure.numerator).toBe(size.totals.booked);
  });

  it.each(QUESTIONS)("%s, open: asked by %s", async (_, person, where, part) => {
    // On 31 March the first deal is won, the second open; at half the weighted amount is half.
    for (const [metric, value] of [
      ["pipeline_open", 1000 * part],
      ["weighted_pipeline", 500 * part],
      ["open_deals", part],
      ["pipeline_due", 1000 * part],
    ] as const) {
      const { figure, rows, totals } = await opened(person, metric, where());
      expect(figure).toMatchObject({ value, n: 1 });
      const sums = { expected: 1000 * part, weighted: 500 * part };
      expect(totals).toMatchObject({ count: 1, open: 1, credit: part, ...sums });
      expect(rows).toMatchObject([{ id: open, share: part, weighted: sums.weighted }]);
    }
  });

  it.each(QUESTIONS)("%s, created, two of them: asked by %s", async (_, person, where, part) => {
    const { figure, totals } = await opened(person, "pipeline_created", where());
    expect(figure).toMatchObject({ value: 2000 * part, n: 2 });
    expect(totals).toMatchObject({ count: 2, credit: 2 * part, expected: 2000 * part });
  });
});

describe("a shared deal", () => {
  const march = { from: "2026-03-01", to: "2026-04-01" };

  it("is due and pushed by share: 0.6 of 0.6, 0.4 of 0.4, one in all", async () => {
    for (const [, person, where, part] of QUESTIONS) {
      const { figure, totals } = await opened(person, "slip_rate", { ...where(), ...march });
      expect(figure).toMatchObject({ numerator: part, denominator: part, value: 1, n: 1 });
      expect(totals).toMatchObject({ count: 1, credit: part });
    }
  });

  it("enters a stage by share, and is one record of each who shares it", async () => {
    const today = new Date();
    const to = new Date(today.getTime() + 86_400_000).toISOString().slice(0, 10);
    for (const [, person, where, part] of QUESTIONS) {
      const scope = await scopeFor(c.user[person]);
      const all = { from: "2026-01-01", to, ...where() };
      const { figure, records } = await explainFigure(scope, "stage_conversion", all);
      expect(figure).toMatchObject({ denominator: part, n: 1 });
      expect(records?.rows).toMatchObject([{ dealId: open }]);
    }
  });

  it("is for strangers in no figure and no list: another region, another rep of the team", async () => {
    for (const person of ["Wes", "Rob", "Max"] as const) {
      const { figure, rows, totals } = await opened(person, "won_deals", {});
      expect(figure).toMatchObject({ value: 0, n: 0 });
      expect(rows).toEqual([]);
      expect(totals).toMatchObject({ count: 0, credit: 0, booked: null });
      const scope = await scopeFor(c.user[person]);
      const asked: DealListParams = { owner: [c.user.Rae, c.user.Ray] };
      expect((await dealList(scope, asked)).totals.count).toBe(0);
    }
    expect((await opened("Ada", "won_deals", unit("West"))).totals.count).toBe(0);
    expect((await opened("Ada", "won_deals", rep("Rob"))).totals.count).toBe(0);
  });

  it("on the board is a card of the credited amount, which its column sums", async () => {
    const scope = await scopeFor(c.user.Mia);
    const { cards, columns } = await dealBoard(scope, { owner: [c.user.Ray] });
    expect(cards).toMatchObject([{ id: open, expectedBaseAmount: 400, weighted: 200 }]);
    expect(columns.find(({ id }) => id === c.stage.Proposal)).toMatchObject({ expected: 400 });
  });
});
