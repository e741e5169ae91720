import { beforeAll, describe, expect, it } from "vitest";
import { EXPLORED, exploreDimensions } from "@/lib/analysis/domain/explore-choices";
import { isOthers } from "@/lib/analysis/domain/explore-view";
import { eachExplored, explore } from "@/lib/analysis/queries/explore";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { createRecords } from "@/tests/setup/records";

// Each of four reps has one sale of 90 on 15 February 2026, and an own customer.

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  await createRecords(company);
});

const exploring = async (person: keyof Company["user"], params: Parameters<typeof explore>[1]) =>
  explore(await scopeFor(company.user[person]), { period: "2026-Q1", ...params });

describe("the explorer", () => {
  it("splits 4 × 90 by region and month: East 270, West 90, all in February", async () => {
    const view = await exploring("Ada", { by: "region", grain: "month" });
    expect(view.whole).toMatchObject({ value: 360, n: 4 });
    expect(view.rows.map(({ name, bucket, value }) => [name?.name, bucket, value])).toEqual([
      ["East", "2026-02-01", 270],
      ["West", "2026-02-01", 90],
    ]);
    expect(view.rows[0]?.address.range).toEqual({ from: "2026-02-01", to: "2026-03-01" });
  });

  it("shows a manager the own subtree, and no other unit that is asked for", async () => {
    const view = await exploring("Mia", { by: "rep", unit: company.unit.West });
    expect(view.rows.map(({ name }) => name?.name).sort()).toEqual(["Rae", "Ray", "Rob"]);
  });

  it("shows a rep the own figures, without dimensions of others", async () => {
    const view = await exploring("Rae", { by: "rep" });
    expect(view).toMatchObject({ by: null, whole: { value: 90 } });
    const customers = await exploring("Rae", { by: "customer", grain: "day" });
    expect(customers.rows.map(({ name }) => name?.name)).toEqual(["Rae's secret customer"]);
  });

  it("shows the members of one page and all others as one: 90 and 3 × 90 are the whole of 360", async () => {
    const scope = await scopeFor(company.user.Ada);
    const asked = { period: "2026-Q1", by: "customer" } as const;
    const two = () => ({ limit: 1, offset: 1 });
    const view = await explore(scope, asked, two);
    expect(view.members).toEqual({ offset: 1, shown: 1, total: 4, ranked: "value" });
    expect(view.rows.map((row) => [isOthers(row), row.value, row.n])).toEqual([
      [false, 90, 1],
      [true, 270, 3],
    ]);
    const page = await explore(scope, { ...asked, show: "table", size: 25, page: 9 });
    expect(page.members).toMatchObject({ offset: 0, shown: 4, total: 4 });
    const rate = await explore(scope, { ...asked, metric: "win_rate" }, two);
    expect(rate.members?.ranked).toBe("records");
    expect(rate.rows.map(({ value, n }) => [value, n])).toEqual([
      [1, 1],
      [1, 3],
    ]);
  });

  it("of members over time keeps the whole of each time: 90 + 270 in February", async () => {
    const scope = await scopeFor(company.user.Ada);
    const asked = { period: "2026-Q1", by: "rep", grain: "month" } as const;
    const view = await explore(scope, asked, () => ({ limit: 1, offset: 0 }));
    expect(view.rows.map(({ bucket, value }) => [bucket, value])).toEqual([
      ["2026-02-01", 90],
      ["2026-02-01", 270],
    ]);
    expect(view.wholes.map(({ value }) => value)).toEqual([360]);
  });

  it("finds the largest members of every metric, within what a person sees, and no more rows than asked", async () => {
    const scope = await scopeFor(company.user.Mia);
    for (const metric of EXPLORED) {
      const by = exploreDimensions(metric, false).includes("customer") ? "customer" : "rep";
      const asked = { period: "2026-Q1", metric, by } as const;
      const all = await explore(scope, asked);
      const one = await explore(scope, asked, () => ({ limit: 1, offset: 0 }));
      expect(one.members?.total, metric).toBe(all.members?.total);
      expect(all.rows.length, metric).toBe(all.members?.total);
      expect(one.rows.length, metric).toBe(Math.min(2, all.rows.length));
    }
  });

  it("exports each of its rows once", async () => {
    const rows: unknown[] = [];
    const asked = { period: "2026-Q1", by: "customer", top: 5, page: 3 } as const;
    await eachExplored(await scopeFor(company.user.Ada), asked, async (some) => {
      rows.push(...some);
    });
    expect(rows).toHaveLength(4);
  });

  it("has nothing of a period that has not begun", async () => {
    expect((await exploring("Ada", { period: "2100-Q1", by: "product" })).rows).toEqual([]);
  });
});
