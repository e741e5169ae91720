import { beforeAll, describe, expect, it } from "vitest";
import { boardCards, boardColumns } from "@/lib/deals/sql/board";
import { measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import { scopeFor } from "@/tests/setup/company";
import { createPipeline, insertDeal, type Pipeline } from "./fixture";

let p: Pipeline;
beforeAll(async () => {
  p = await createPipeline();
  const deal = (more: Record<string, unknown>) => insertDeal(p, more, []);
  const { Prospecting, Proposal, Won } = p.company.stage;
  await deal({ stage_id: Prospecting, expected_base_amount: 10.05 });
  await deal({ stage_id: Prospecting, expected_base_amount: null, expected_amount: null });
  await deal({ stage_id: Proposal, expected_base_amount: 33.33, expected_close_on: "2026-01-01" });
  await deal({ stage_id: Proposal, expected_base_amount: 66.67, probability: 0.9 });
  await deal({ stage_id: Won, closed_on: new Date(), booked_base_amount: 90 });
  await deal({ stage_id: Won, closed_on: "2020-01-01", booked_base_amount: 900 });
  for (let i = 0; i < 30; i++)
    await insertDeal(
      p,
      { owner_id: p.company.user.Wes, unit_id: p.company.unit.W1, stage_id: Proposal },
      [],
    );
});

const boardOf = async (person: "Ada" | "Mia" | "Rae" | "Rob", filter = {}) =>
  read(await scopeFor(p.company.user[person]), async (tx) => ({
    columns: await boardColumns(tx, filter, 2),
    cards: await boardCards(tx, filter, 2),
  }));

describe("the board", () => {
  it("sums each column by hand: 33.33 × 0.5 + 66.67 × 0.9 is 16.67 + 60.00", async () => {
    const { columns } = await boardOf("Rae");
    expect(columns).toMatchObject([
      { name: "Prospecting", count: 2, expected: 10.05, weighted: 1.01 },
      { name: "Proposal", count: 2, expected: 100, weighted: 76.67 },
      { name: "Won", count: 1, booked: 90 },
      { name: "Lost", count: 0, expected: null },
    ]);
  });

  it("agrees with the metrics by stage", async () => {
    const { columns } = await boardOf("Ada");
    const rows = await read(await scopeFor(p.company.user.Ada), (tx) =>
      measure(tx, {
        metrics: ["pipeline_open", "weighted_pipeline"],
        range: { from: "2000-01-01", to: "2999-01-01" },
        by: "stage",
        asOf: "2099-01-01",
        calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
        digits: 2,
      }),
    );
    for (const column of columns.filter(({ kind }) => kind === "open")) {
      const of = (metric: string) =>
        rows.find((row) => row.key === column.id && row.metric === metric)?.value;
      expect(column.expected).toBe(of("pipeline_open"));
      expect(column.weighted).toBe(of("weighted_pipeline"));
    }
  });

  it("sends at most 25 cards of a column, soonest first, and counts all", async () => {
    const { columns, cards } = await boardOf("Ada");
    const { Proposal } = p.company.stage;
    const shown = cards.filter((card) => card.stageId === Proposal);
    expect(columns.find((column) => column.id === Proposal)?.count).toBe(32);
    expect(shown).toHaveLength(25);
    expect(shown[0]?.expectedCloseOn).toBe("2026-01-01");
  });

  it("shows nobody else's deals, and filters as the list does", async () => {
    const total = ({ columns }: Awaited<ReturnType<typeof boardOf>>) =>
      columns.reduce((sum, column) => sum + column.count, 0);
    expect(total(await boardOf("Rob"))).toBe(0);
    expect(total(await boardOf("Mia"))).toBe(5);
    expect(total(await boardOf("Ada", { owner: [p.company.user.Wes] }))).toBe(30);
    expect(total(await boardOf("Ada", { min: 60, max: 70 }))).toBe(1);
  });
});
