import { beforeAll, describe, expect, it } from "vitest";
import { measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

let company: Company;

const settings = {
  metrics: ["revenue"],
  asOf: "2026-06-30",
  calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
  digits: 2,
} as const;

const MONTHS = {
  may: { from: "2026-05-01", to: "2026-06-01" },
  june: { from: "2026-06-01", to: "2026-07-01" },
} as const;

async function revenue(
  person: keyof Company["user"],
  where: Record<string, string>,
  month: keyof typeof MONTHS,
) {
  const scope = await scopeFor(company.user[person]);
  const rows = await read(scope, (tx) => measure(tx, { ...settings, range: MONTHS[month], where }));
  return rows[0]?.value;
}

/** Team E2 sells 100 in May and 30 in June; on 1 June it moves from East to West. */
beforeAll(async () => {
  company = await createCompany();
  for (const [day, amount] of [
    ["2026-05-10", 100],
    ["2026-06-10", 30],
  ])
    await query(
      `INSERT INTO sale (sold_on, order_no, owner_id, unit_id, quantity, currency, amount, base_amount)
       VALUES ($1::date, $1::text, $2, $3, 1, 'USD', $4, $4)`,
      [day, company.user.Ray, company.unit.E2, amount],
    );
  await query("UPDATE unit_edge SET valid_to = '2026-06-01' WHERE unit_id = $1", [company.unit.E2]);
  await query(
    "INSERT INTO unit_edge (unit_id, parent_id, valid_from) VALUES ($1, $2, '2026-06-01')",
    [company.unit.E2, company.unit.West],
  );
});

describe("a team that moves keeps its history", () => {
  it("regression: May stays East's, June is West's, for the admin", async () => {
    const east = { region: company.unit.East };
    const west = { unit: company.unit.West };
    expect(await revenue("Ada", east, "may")).toBe(100);
    expect(await revenue("Ada", east, "june")).toBe(0);
    expect(await revenue("Ada", west, "may")).toBe(0);
    expect(await revenue("Ada", west, "june")).toBe(30);
  });
  it("the old manager still sees May and no longer June", async () => {
    const east = { unit: company.unit.East };
    expect([await revenue("Mia", east, "may"), await revenue("Mia", {}, "june")]).toEqual([100, 0]);
  });
  it("regression: a rep who moves takes no sale along", async () => {
    await query("UPDATE assignment SET valid_to = '2026-06-15' WHERE user_id = $1", [
      company.user.Ray,
    ]);
    await query(
      "INSERT INTO assignment (user_id, unit_id, kind, valid_from) VALUES ($1, $2, 'member', '2026-06-15')",
      [company.user.Ray, company.unit.E1],
    );
    expect(await revenue("Ada", { unit: company.unit.E1 }, "june")).toBe(0);
    expect(await revenue("Ray", {}, "may")).toBe(100);
  });
});

describe("the tree", () => {
  it("refuses a cycle and a region below a region, and takes a team below a region", async () => {
    const move = (unit: string, parent: string) =>
      query("INSERT INTO unit_edge (unit_id, parent_id) VALUES ($1, $2)", [unit, parent]);
    await expect(move(company.unit.Company, company.unit.E1)).rejects.toThrow("unit_cycle");
    const [north] = await query<{ id: string }>(
      "INSERT INTO unit (name, type) VALUES ('North', 'region') RETURNING id",
    );
    const id = north?.id ?? "";
    await expect(move(id, company.unit.East)).rejects.toThrow("unit_region_below_region");
    await expect(move(id, company.unit.Company)).resolves.toEqual([]);
  });
});
