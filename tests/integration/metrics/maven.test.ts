import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { dealListSchema } from "@/lib/deals/schema";
import { dealTotals } from "@/lib/deals/sql/deal-totals";
import type { Records } from "@/lib/figures/domain/explained-figure";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { measureForApi } from "@/lib/figures/queries/measure-api";
import { fileOnDisk } from "@/lib/imports/data/source-file";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { saleListSchema } from "@/lib/sales/schema";
import { saleTotals } from "@/lib/sales/sql/sale-totals";
import { scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { sharedData } from "@/tests/setup/shared-data";
import { exampleMapping, importWith } from "../imports/importing";

const maven = sharedData("maven-crm");
const FILES = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

type Group = {
  won: number;
  lost: number;
  open: number;
  revenue: number;
  win_rate_closed: number;
  avg_deal: number;
  avg_cycle_won: number;
  avg_cycle_closed: number;
};
type Figures = {
  won_revenue: number;
  win_rate_closed: number;
  avg_won_deal: number;
  avg_cycle_won_days: number;
  avg_cycle_closed_days: number;
  revenue_by_quarter: Record<
    string,
    { won: number; lost: number; revenue: number; win_rate: number }
  >;
  by_region: Record<string, Group>;
  by_agent: Record<string, Group>;
};

const YEAR = { from: "2017-01-01", to: "2018-01-01" } as const;

describe.skipIf(maven.missing)(`figures of maven-crm ${maven.note}`, () => {
  let figures: Figures;
  let admin: Scope;

  beforeAll(async () => {
    figures = JSON.parse(readFileSync(maven.file("figures.json"), "utf8"));
    await query(`INSERT INTO organisation (id, name, base_currency) VALUES (1, 'Maven', 'USD')`);
    await importWith(
      exampleMapping("maven-crm"),
      FILES.map((name) => fileOnDisk(maven.file(name))),
    );
    const [user] = await query<{ id: string }>(
      `INSERT INTO "user" (name, role, status) VALUES ('Ada', 'admin', 'active') RETURNING id`,
    );
    admin = await scopeFor(user?.id ?? "");
  });

  /** The API's value of a metric over the year, by label (or "all"). */
  async function yearly(metric: string, by?: string): Promise<Record<string, number | null>> {
    const asked = { metric, by, ...YEAR } as Parameters<typeof measureForApi>[1];
    const answer = await measureForApi(admin, asked, "en");
    return Object.fromEntries(
      (answer?.rows ?? []).map(({ label, value }) => [label ?? "all", value]),
    );
  }

  it("dashboard of each quarter: won revenue, won, lost, win rate", async () => {
    for (const [name, expected] of Object.entries(figures.revenue_by_quarter)) {
      const { kpis, headline } = await dashboard(admin, { period: name });
      expect(kpis[0]?.value).toBe(expected.revenue);
      expect([headline.won_deals?.value, headline.lost_deals?.value]).toEqual([
        expected.won,
        expected.lost,
      ]);
      expect(headline.win_rate?.value).toBeCloseTo(expected.win_rate, 4);
    }
  });

  it("dashboard opens on the last quarter with data and says so", async () => {
    const { frame } = await dashboard(admin, {});
    expect([frame.period.code, frame.openedOnLastData, frame.lastData]).toEqual([
      "2017-Q4",
      true,
      "2017-12-31",
    ]);
  });

  it("the year: revenue, win rate 63.15%, deal size, cycle of won 51.78 and of all closed 47.99 days", async () => {
    expect(await yearly("revenue")).toEqual({ all: figures.won_revenue });
    expect((await yearly("win_rate")).all).toBeCloseTo(figures.win_rate_closed, 6);
    expect((await yearly("average_deal_size")).all).toBeCloseTo(figures.avg_won_deal, 2);
    expect((await yearly("sales_cycle_won")).all).toBeCloseTo(figures.avg_cycle_won_days, 2);
    expect((await yearly("sales_cycle_closed")).all).toBeCloseTo(figures.avg_cycle_closed_days, 2);
  });

  it.each(["region", "rep"])("by %s", async (by) => {
    const groups = by === "region" ? figures.by_region : figures.by_agent;
    const measured = {
      revenue: await yearly("revenue", by),
      won: await yearly("won_deals", by),
      lost: await yearly("lost_deals", by),
      winRate: await yearly("win_rate", by),
      size: await yearly("average_deal_size", by),
      cycle: await yearly("sales_cycle_won", by),
      allCycle: await yearly("sales_cycle_closed", by),
    };
    for (const [name, group] of Object.entries(groups)) {
      expect([name, measured.revenue[name], measured.won[name], measured.lost[name]]).toEqual([
        name,
        group.revenue,
        group.won,
        group.lost,
      ]);
      expect(measured.winRate[name]).toBeCloseTo(group.win_rate_closed, 4);
      expect(measured.size[name]).toBeCloseTo(group.avg_deal, 2);
      expect(measured.cycle[name]).toBeCloseTo(group.avg_cycle_won, 2);
      expect(measured.allCycle[name]).toBeCloseTo(group.avg_cycle_closed, 2);
    }
  });

  it("six managers' revenue adds up to the whole", async () => {
    const byManager = await yearly("revenue", "manager");
    const values = Object.values(byManager);
    expect(values).toHaveLength(6);
    expect(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(figures.won_revenue);
  });

  it("2,089 open deals: expected value is the list price, coverage is undefined without dates", async () => {
    const { pipeline } = await dashboard(admin, { period: "2017-Q4" });
    const [sum] = await query<{ total: number }>(
      `SELECT sum(p.list_price)::float8 AS total FROM deal d JOIN deal_line l ON l.deal_id = d.id
       JOIN product p ON p.id = l.product_id WHERE d.closed_on IS NULL`,
    );
    expect([pipeline.open, pipeline.expected, pipeline.coverage]).toEqual([2089, sum?.total, null]);
  });

  const hrefOf = (records: Records | null) => (records && "href" in records ? records.href : "");

  it("records of a figure add up to it: sales of each rep, open and closed deals", async () => {
    const { reps } = await dashboard(admin, { period: "2017-Q3" });
    expect(reps.length).toBeGreaterThan(20);
    for (const { address, standing } of reps.slice(0, 5)) {
      const params = Object.fromEntries(
        Object.entries({ ...address.where, from: address.range.from, to: address.range.to }),
      ) as Record<string, string>;
      const { records, figure } = await explainFigure(admin, "revenue", params);
      const search = Object.fromEntries(new URL(`http://x${hrefOf(records)}`).searchParams);
      const totals = await read(admin, (tx) => saleTotals(tx, saleListSchema.parse(search)));
      expect([figure.value, totals.revenue, totals.count]).toEqual([
        standing.actual,
        standing.actual,
        figure.n,
      ]);
    }
    for (const metric of ["pipeline_open", "win_rate", "weighted_pipeline"]) {
      const { records, figure } = await explainFigure(admin, metric, {
        from: "2017-10-01",
        to: "2018-01-01",
      });
      const search = Object.fromEntries(new URL(`http://x${hrefOf(records)}`).searchParams);
      const totals = await read(admin, (tx) => dealTotals(tx, dealListSchema.parse(search), 2));
      expect([metric, totals.count]).toEqual([metric, figure.n]);
      if (metric === "pipeline_open") expect(totals.expected).toBe(figure.value);
      if (metric === "weighted_pipeline") expect(totals.weighted).toBe(figure.value);
      if (metric === "win_rate") expect(totals.won / (totals.won + totals.lost)).toBe(figure.value);
    }
  });
});
