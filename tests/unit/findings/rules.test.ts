import { describe, expect, it } from "vitest";
import type { CompanyFigures } from "@/lib/findings/domain/company-figures";
import { lookAt } from "@/lib/findings/domain/look";
import { lowProducts } from "@/lib/findings/domain/product-low";
import { leakingStages, rising } from "@/lib/findings/domain/rates-changed";
import { lowUnits } from "@/lib/findings/domain/unit-low";
import { lowWinRates } from "@/lib/findings/domain/win-rate-low";
import { windowsOn } from "@/lib/findings/domain/windows";
import { addMonths, type BusinessDate } from "@/lib/shared/business-date";

const TODAY: BusinessDate = "2026-07-31";
const windows = windowsOn(TODAY, "2025-08-01");
const NOTHING: CompanyFigures = {
  ...{ root: "root", year: windows.year, entered: windows.entered, counted: windows.counted },
  months: windows.months.map(({ from }) => from),
  weeks: windows.weeks.map(({ from }) => from),
  ...{ products: [], units: [], sellers: [], stages: [], themes: [], competitors: [] },
};

describe("the times looked at", () => {
  it("on 31 July: twelve months since 1 August, that year, 90 days and the year before them", () => {
    expect(NOTHING.months).toHaveLength(12);
    expect(windows.year).toEqual({ from: "2025-08-01", to: "2026-08-01" });
    expect(windows.counted.recent).toEqual({ from: "2026-05-03", to: "2026-08-01" });
    expect(windows.counted.before).toEqual({ from: "2025-05-03", to: "2026-05-03" });
    expect(windows.entered.recent.to).toBe("2026-05-03");
  });

  it("a month begun in its middle, or not over, is left out; at most five years", () => {
    const { months } = windowsOn("2026-07-30", "2025-08-02");
    expect(months[0]?.from).toBe("2025-09-01");
    expect(months.at(-1)?.to).toBe("2026-07-01");
    expect(windowsOn(TODAY, addMonths(TODAY, -200)).months).toHaveLength(60);
    expect(windowsOn("2026-07-30", "2026-07-20").months).toEqual([]);
  });
});

describe("products that sell persistently low", () => {
  const weekly = (monthly: readonly number[]) =>
    NOTHING.weeks.map((week) => monthly[monthsBetween("2025-08-01", week)] ?? 0);
  const product = (productId: string, revenue: readonly number[]) => ({
    ...{ productId, revenue, weekly: weekly(revenue) },
  });
  const rest = product("rest", Array<number>(12).fill(900));
  const falling = [100, 99, 98, 97, 96, 95, 60, 59, 58, 52, 51, 50];
  const weak = (revenue: readonly number[], other = rest) =>
    lowProducts({ ...NOTHING, products: [product("weak", revenue), other] }).find(
      ({ about }) => about.productId === "weak",
    );

  it("falls from month to month against the rest", () => {
    const found = weak(falling);
    expect(found).toMatchObject({ kind: "product_low", n: 51, matters: true });
    expect(found?.p).toBeLessThan(0.001);
  });

  it("a season shared with all others is no fall", () => {
    const season = [5, 4, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1];
    const other = product(
      "rest",
      season.map((x) => x * 100),
    );
    const found = weak(
      season.map((x, at) => x * (10 + (at % 3))),
      other,
    );
    expect(found?.p).toBeGreaterThan(0.3);
    expect(found?.matters).toBe(false);
  });

  it("one month back above the former level, and it does not matter", () => {
    expect(weak([...falling.slice(0, 11), 99])?.matters).toBe(false);
  });

  it("misses what the former level would have brought: half of it in each of the last months", () => {
    const halved = [...Array<number>(6).fill(100), ...Array<number>(6).fill(50)];
    expect(weak(halved)?.size).toBeCloseTo(6 * 50, 9);
  });

  it("says nothing of fewer than twelve months, of the only product, and of one never sold", () => {
    expect(weak([0, 0, ...falling.slice(2)])).toBeUndefined();
    expect(weak(Array<number>(12).fill(0))).toBeUndefined();
    expect(lowProducts({ ...NOTHING, products: [product("only", falling)] })).toEqual([]);
  });
});

const monthsBetween = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

describe("units below their peers", () => {
  const store = (unitId: string, revenue: number, heads = 2) => ({
    ...{ unitId, type: "store", revenue, heads },
  });
  const peers = [100, 104, 97, 102, 99, 95].map((revenue, i) => store(`peer ${i}`, revenue));
  const low = (units: readonly ReturnType<typeof store>[]) =>
    lowUnits({ ...NOTHING, units }).filter(({ matters, p }) => matters && p < 0.05);

  it("60 among 95 … 104 of the same size misses about 40", () => {
    const [found, ...others] = low([...peers, store("weak", 60)]);
    expect(others).toEqual([]);
    expect(found?.about).toEqual({ unitId: "weak" });
    expect(found?.size).toBeCloseTo(Math.sqrt(99 * 100) - 60, 6);
    expect(found?.n).toBe(6);
  });

  it("half the revenue with half the heads is no less where revenue follows heads", () => {
    const small = [52, 48].map((revenue, i) => store(`small ${i}`, revenue, 1));
    expect(low([...peers, ...small])).toEqual([]);
  });

  it("units of another type are no peers, and five are too few", () => {
    const team = { ...store("team", 10), type: "team" };
    expect(low([...peers, team])).toEqual([]);
    expect(lowUnits({ ...NOTHING, units: peers.slice(0, 5) })).toEqual([]);
  });
});

describe("win rates below the peers'", () => {
  const seller = (userId: string, won: number, closed: number) => ({
    ...{ userId, unitId: "team", won, closed, value: won * 100 },
  });
  const peers = Array.from({ length: 8 }, (_, i) => seller(`peer ${i}`, 30, 100));

  it("2 of 40 where all others win 3 of 10; missing 12 − 2 wins… of 100, drawn to the peers", () => {
    const [found] = lowWinRates({ ...NOTHING, sellers: [seller("weak", 2, 40), ...peers] });
    expect(found?.about).toEqual({ unitId: "team", userId: "weak" });
    expect(found?.p).toBeLessThan(0.001);
    expect(found?.evidence).toMatchObject({ peerRate: 0.3, peers: 8 });
  });

  it("peers that are all alike draw a small sample fully to them: it never matters", () => {
    const [found] = lowWinRates({ ...NOTHING, sellers: [seller("new", 0, 10), ...peers] });
    expect(found?.matters).toBe(false);
  });

  it("nobody is compared with fewer than ten closed deals, or with fewer than five peers", () => {
    const sellers = [seller("new", 0, 9), ...peers];
    expect(lowWinRates({ ...NOTHING, sellers }).map(({ about }) => about.userId)).not.toContain(
      "new",
    );
    expect(lowWinRates({ ...NOTHING, sellers: peers.slice(0, 5) })).toEqual([]);
  });
});

describe("rates that changed", () => {
  const tries = (hits: number, n: number) => ({ hits, n });

  it("a stage that 30 of 100 leave forwards instead of 60 of 100 leaks", () => {
    const stages = [
      { unitId: "u", stageId: "s", recent: tries(30, 100), before: tries(60, 100) },
      { unitId: "u", stageId: "few", recent: tries(0, 19), before: tries(60, 100) },
    ];
    const found = leakingStages({ ...NOTHING, stages });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ matters: true, n: 100 });
    expect(found[0]?.severity).toBeCloseTo(0.3, 12);
    expect(found[0]?.p).toBeLessThan(0.0001);
  });

  it("a theme that grew from 10% to 30% rises; from 10% to 12% does not matter", () => {
    const pair = (id: string, hits: number) => ({
      ...{ id, recent: tries(hits, 100), before: tries(40, 400) },
    });
    const figures = { ...NOTHING, themes: [pair("more", 30), pair("same", 12)] };
    expect(rising(figures).map(({ matters }) => matters)).toEqual([true, false]);
    expect(lookAt(figures)).toMatchObject({ tests: 2, found: [{ about: { themeId: "more" } }] });
  });
});
