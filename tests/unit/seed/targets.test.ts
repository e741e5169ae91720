import { describe, expect, it } from "vitest";
import { contains } from "@/lib/shared/period";
import { buildDemo } from "@/prisma/seed/build";
import type { DemoTarget } from "@/prisma/seed/targets";
import { AS_OF, revenue, total } from "./figures";

const { world, sales, targets } = buildDemo(AS_OF);
const isQuarter = ({ period }: DemoTarget) => period.to.slice(5, 7) !== nextMonth(period.from);
const nextMonth = (from: string) => String((Number(from.slice(5, 7)) % 12) + 1).padStart(2, "0");
const additive = targets.filter(({ kpi }) => kpi === "revenue" || kpi === "new_customers");
const key = (t: DemoTarget) => `${t.kpi} ${t.unit} ${t.rep?.id ?? ""}`;
const sums = (list: readonly DemoTarget[]) =>
  (["floor", "target", "stretch"] as const).map((tier) => total(list.map((t) => t[tier])));

describe("targets of the demo", () => {
  it("sum from months to quarters, tier by tier", () => {
    const months = Map.groupBy(
      additive.filter((target) => !isQuarter(target)),
      key,
    );
    for (const quarter of additive.filter(isQuarter)) {
      const parts = (months.get(key(quarter)) ?? []).filter((t) =>
        contains(quarter.period, t.period.from),
      );
      expect(parts).toHaveLength(3);
      expect(sums(parts)).toEqual(sums([quarter]));
    }
  });

  it("sum from members to units, tier by tier", () => {
    const children = (unit: string) =>
      new Set(world.units.filter(({ parent }) => parent === unit).map((child) => child.key));
    for (const whole of additive.filter(({ rep }) => rep === null)) {
      const below = children(whole.unit);
      const parts = additive.filter(
        (t) =>
          t.kpi === whole.kpi &&
          t.period.from === whole.period.from &&
          t.period.to === whole.period.to &&
          (t.rep === null ? below.has(t.unit) : t.unit === whole.unit),
      );
      expect(sums(parts)).toEqual(sums([whole]));
    }
  });

  it("are locked for past quarters, published for this one, drafts for the next", () => {
    for (const { period, status } of targets) {
      if (period.from > AS_OF && isAfterThisQuarter(period.from)) expect(status).toBe("draft");
      else expect(status).toBe(period.from >= "2026-10-01" ? "published" : "locked");
    }
  });

  it("keep their tiers in order", () => {
    expect(targets.every((t) => t.floor <= t.target && t.target <= t.stretch)).toBe(true);
  });

  it("ask for new customers all quarter, in tiers near the target", () => {
    const company = additive.filter((t) => t.kpi === "new_customers" && t.unit === "starbridge");
    expect(company.every((t) => t.target > 0)).toBe(true);
    for (const { floor, target, stretch } of company.filter(isQuarter)) {
      expect(floor).toBeGreaterThan(target * 0.5);
      expect(stretch).toBeLessThan(target * 1.6);
      expect([floor, stretch]).not.toContain(target);
    }
  });

  it("are met by the company within reason, and by people very differently", () => {
    const past = targets.filter(
      (t) => t.kpi === "revenue" && isQuarter(t) && t.status === "locked",
    );
    const sold = (t: DemoTarget) =>
      revenue(
        sales,
        (s) =>
          contains(t.period, s.soldOn) &&
          (t.rep ? s.ownerId === t.rep.id : t.unit === "starbridge"),
      );
    const company = past.filter((t) => t.unit === "starbridge").map((t) => sold(t) / t.target);
    expect(company).toHaveLength(8);
    expect(company.every((met) => met > 0.75 && met < 1.2)).toBe(true);
    const last = past.filter((t) => t.rep && t.period.from === "2026-07-01");
    const people = last.map((t) => sold(t) / t.target);
    expect(people.some((met) => met < 0.6)).toBe(true);
    expect(people.some((met) => met > 1.25)).toBe(true);
  });
});

const isAfterThisQuarter = (day: string) => day >= "2027-01-01";
