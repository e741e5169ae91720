import { beforeAll, describe, expect, it } from "vitest";
import { dashboard } from "@/lib/dashboard/queries/dashboard";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

// Rob sells in E1 (East) and, from February on, in W1 (West), with a target in each.

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  const places = [
    ["E1", "2026-01-15", 600, 1000],
    ["W1", "2026-02-15", 500, 2000],
  ] as const;
  for (const [place, sold_on, amount, target] of places) {
    const where = { unit_id: company.unit[place] };
    await insertRow("sale", {
      ...where,
      owner_id: company.user.Rob,
      sold_on,
      order_no: place,
      quantity: 1,
      currency: "USD",
      amount,
      base_amount: amount,
    });
    await insertRow("target", {
      ...where,
      user_id: company.user.Rob,
      kpi: "revenue",
      period_from: "2026-01-01",
      period_to: "2026-04-01",
      target,
      status: "published",
    });
  }
});

async function robSeenBy(person: keyof Company["user"], unit: keyof Company["unit"]) {
  const scope = await scopeFor(company.user[person]);
  const { reps } = await dashboard(scope, { unit: company.unit[unit], period: "2026-Q1" });
  return reps.find(({ key }) => key === company.user.Rob)?.standing.attainment;
}

describe("a rep with a target in two units", () => {
  it("is held against the one of the unit looked at, the same for manager and admin", async () => {
    expect(await robSeenBy("Mia", "East")).toBeCloseTo(0.6);
    expect(await robSeenBy("Ada", "East")).toBeCloseTo(0.6);
    expect(await robSeenBy("Ada", "West")).toBeCloseTo(0.25);
  });

  it("on the page of a figure too; in a unit without a target of theirs against none", async () => {
    const standing = async (unit: keyof Company["unit"]) => {
      const scope = await scopeFor(company.user.Ada);
      const where = { rep: company.user.Rob, unit: company.unit[unit] };
      const range = { from: "2026-01-01", to: "2026-04-01" };
      const explained = await explainFigure(scope, "revenue", { ...range, ...where });
      return explained.standing?.standing.attainment;
    };
    expect(await standing("East")).toBeCloseTo(0.6);
    expect(await standing("E2")).toBeUndefined();
  });

  it("twin: in the company as a whole against both", async () => {
    expect(await robSeenBy("Ada", "Company")).toBeCloseTo(1100 / 3000);
  });
});
