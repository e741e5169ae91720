import { beforeAll, describe, expect, it } from "vitest";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { slipRate } from "@/lib/metrics/domain/slip-rate";
import { read } from "@/lib/platform/db/access";
import type { BusinessDate } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

const Q1 = { from: "2026-01-01", to: "2026-04-01" } as const;
const settings = {
  range: Q1,
  asOf: "2026-07-01",
  calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
  digits: 2,
} as const;

let company: Company;

type Step = [day: string, stage: keyof Company["stage"], expectedClose?: string];

/** A deal with a history of its own in place of the one that was written when it came in. */
async function deal(steps: Step[], closedOn: string | null, rep: "Rae" | "Ray" = "Rae") {
  const place = { owner_id: company.user[rep], unit_id: company.unit[rep === "Rae" ? "E1" : "E2"] };
  const [, stage, expected = null] = steps.at(-1) ?? ["", "Prospecting" as const];
  const id = await insertRow("deal", {
    ...place,
    title: "deal",
    stage_id: company.stage[stage],
    created_on: steps[0]?.[0],
    closed_on: closedOn,
    expected_close_on: expected,
    currency: "USD",
    expected_amount: 100,
    expected_base_amount: 100,
  });
  await query("ALTER TABLE deal_history DISABLE TRIGGER USER");
  await query("DELETE FROM deal_history WHERE deal_id = $1", [id]);
  await query("ALTER TABLE deal_history ENABLE TRIGGER USER");
  for (const [changed_on, at, expected_close_on = null] of steps)
    await insertRow("deal_history", {
      ...place,
      deal_id: id,
      changed_on,
      stage_id: company.stage[at],
      expected_base_amount: 100,
      expected_close_on,
    });
}

beforeAll(async () => {
  company = await createCompany();
  // Through Prospecting in 10 days, then won after 20 more in Proposal.
  await deal(
    [
      ["2026-01-05", "Prospecting"],
      ["2026-01-15", "Proposal"],
      ["2026-02-04", "Won"],
    ],
    "2026-02-04",
  );
  // Lost after 30 days in Prospecting.
  await deal(
    [
      ["2026-01-05", "Prospecting"],
      ["2026-02-04", "Lost"],
    ],
    "2026-02-04",
  );
  // Still in Prospecting; a new date is no new entry.
  await deal(
    [
      ["2026-03-01", "Prospecting", "2026-03-20"],
      ["2026-03-25", "Prospecting", "2026-05-01"],
    ],
    null,
    "Ray",
  );
  // Went on after more than 90 days.
  await deal(
    [
      ["2026-01-10", "Prospecting"],
      ["2026-06-20", "Proposal"],
    ],
    null,
    "Ray",
  );
  // Due in the first quarter when it began: closed in it; pushed to May; closed a month late.
  await deal(
    [
      ["2025-11-01", "Proposal", "2026-02-15"],
      ["2026-02-10", "Won", "2026-02-15"],
    ],
    "2026-02-10",
  );
  await deal(
    [
      ["2025-11-01", "Proposal", "2026-03-31"],
      ["2026-03-20", "Proposal", "2026-05-10"],
    ],
    null,
  );
  await deal(
    [
      ["2025-11-01", "Proposal", "2026-03-01"],
      ["2026-04-05", "Won", "2026-03-01"],
    ],
    "2026-04-05",
  );
  // Due later from the start, and one that only came in during the quarter: in neither count.
  await deal([["2025-11-01", "Proposal", "2026-06-01"]], null);
});

async function figures(metric: Measurement["metrics"][number], asked: Partial<Measurement> = {}) {
  const scope = await scopeFor(company.user.Mia);
  return read(scope, (tx) => measure(tx, { ...settings, metrics: [metric], ...asked }));
}

const byStage = async (
  metric: Measurement["metrics"][number],
  asked: Partial<Measurement> = {},
) => {
  const rows = await figures(metric, { by: "stage", ...asked });
  return Object.fromEntries(
    rows.map(({ key, value, n }) => [
      Object.entries(company.stage).find(([, id]) => id === key)?.[0],
      [value, n],
    ]),
  );
};

describe("stages, from the history", () => {
  it("conversion in 90 days: of 4 into Prospecting 1 went on = 25%, of 1 into Proposal 1", async () => {
    expect(await byStage("stage_conversion")).toEqual({ Prospecting: [0.25, 4], Proposal: [1, 1] });
  });

  it("an entry younger than 90 days is not asked yet: on 31 May 3 of 4 are old enough", async () => {
    const found = await byStage("stage_conversion", { asOf: "2026-05-29" });
    expect(found.Prospecting).toEqual([1 / 3, 3]);
  });

  it("days in Prospecting: 10 and 30, then 122+ and 161: half have left after 30 days", async () => {
    const found = await byStage("stage_dwell");
    expect(found).toEqual({ Prospecting: [30, 4], Proposal: [20, 1] });
  });

  it("regression: a new date or amount of a deal is no new entry into its stage", async () => {
    const [all] = await figures("stage_dwell", { where: { stage: company.stage.Prospecting } });
    expect(all?.n).toBe(4);
  });

  it("its page lists the entries it is computed from", async () => {
    const scope = await scopeFor(company.user.Mia);
    const params = { ...Q1, stage: company.stage.Prospecting };
    const { records, figure } = await explainFigure(scope, "stage_dwell", params);
    expect(records).toMatchObject({ kind: "stageEntries", rows: { length: figure.n } });
  });

  it("a rep's are the own entries: Ray entered Prospecting twice", async () => {
    const scope = await scopeFor(company.user.Ray);
    const rows = await read(scope, (tx) => measure(tx, { ...settings, metrics: ["stage_dwell"] }));
    expect(rows[0]?.n).toBe(2);
  });
});

describe("slip rate", () => {
  it("2 pushed (to May, closed in April) of 3 due on 1 January, as the formula says", async () => {
    const [row] = await figures("slip_rate");
    expect([row?.numerator, row?.denominator]).toEqual([2, 3]);
    const due = [
      { expectedAtStart: "2026-02-15", expectedNow: "2026-02-15", closedOn: "2026-02-10" },
      { expectedAtStart: "2026-03-31", expectedNow: "2026-05-10", closedOn: null },
      { expectedAtStart: "2026-03-01", expectedNow: "2026-03-01", closedOn: "2026-04-05" },
    ].map((one) => one as Record<keyof typeof one, BusinessDate | null>) as Parameters<
      typeof slipRate
    >[0];
    expect(row?.value).toBe(slipRate(due, Q1, settings.asOf));
  });

  it("leads to the three deals that were due, as they were then", async () => {
    const scope = await scopeFor(company.user.Mia);
    const { records, figure } = await explainFigure(scope, "slip_rate", { ...Q1 });
    expect([records?.rows.length, figure.n]).toEqual([3, 3]);
    expect(records).toMatchObject({ kind: "deals" });
  });

  it("is undefined where nothing was due", async () => {
    const [row] = await figures("slip_rate", { range: { from: "2020-01-01", to: "2020-04-01" } });
    expect(row?.value).toBeNull();
  });
});
