import { beforeAll, describe, expect, it } from "vitest";
import { explore } from "@/lib/analysis/queries/explore";
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
    expect(customers.grain).toBeNull();
  });

  it("has nothing of a period that has not begun", async () => {
    expect((await exploring("Ada", { period: "2100-Q1", by: "product" })).rows).toEqual([]);
  });
});
