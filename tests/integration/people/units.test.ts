import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  activateUnit,
  createUnit,
  deactivateUnit,
  editUnit,
  moveUnit,
  setManager,
} from "@/lib/people/actions/units";
import { unitPage, unitsPage } from "@/lib/people/queries/units";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { asPerson } from "@/tests/setup/next-request";

vi.mock("next/headers", () => import("@/tests/setup/next-request"));
vi.mock("next/cache", () => import("@/tests/setup/next-request"));

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});
beforeEach(() => asPerson(company.user.Ada));

const code = (result: { serverError?: { code: string } } | undefined) => result?.serverError?.code;
const ancestorsOn = async (unitId: string, day: string) =>
  (
    await query<{ name: string }>(
      `SELECT u.name FROM unit_ancestor a JOIN unit u ON u.id = a.ancestor_id
       WHERE a.unit_id = $1 AND $2::date >= a.valid_from AND $2::date < a.valid_to ORDER BY depth`,
      [unitId, day],
    )
  ).map((row) => row.name);

describe("the unit tree", () => {
  it("is listed in its order with depths, managers and counts", async () => {
    const tree = await unitsPage(await scopeFor(company.user.Ada), "en");
    expect(tree.map((u) => [u.depth, u.name, u.members, u.managerName])).toEqual([
      [0, "Company", 0, null],
      [1, "East", 0, "Mia"],
      [2, "E1", 2, null],
      [2, "E2", 1, null],
      [1, "West", 0, "Max"],
      [2, "W1", 1, null],
    ]);
  });

  it("takes new units only where their type may hang", async () => {
    const base = { name: "X", nameEn: "" };
    const { Company: top, E1, East } = company.unit;
    expect(code(await createUnit({ ...base, type: "region", parentId: East }))).toBe(
      "unitParentType",
    );
    expect(code(await createUnit({ ...base, type: "team", parentId: E1 }))).toBe("unitParentType");
    expect(code(await createUnit({ ...base, type: "team", parentId: "" }))).toBe("unitParentType");
    expect(code(await createUnit({ ...base, type: "company", parentId: top }))).toBe(
      "unitParentType",
    );
    const store = await createUnit({
      name: "旗舰店",
      nameEn: "Flagship",
      type: "store",
      parentId: East,
    });
    expect(await ancestorsOn(store?.data?.id ?? "", "2020-01-01")).toEqual([
      "旗舰店",
      "East",
      "Company",
    ]);
  });

  it("refuses a stale rename", async () => {
    const id = company.unit.E2;
    const input = { id, version: 1, nameEn: "" };
    expect(code(await editUnit({ ...input, name: "E Two" }))).toBeUndefined();
    expect((await editUnit({ ...input, name: "E Zwei" }))?.serverError).toMatchObject({
      code: "conflict",
      current: { name: "E Two", version: 2 },
    });
  });

  it("moves a unit from a day on; before that day the tree stays", async () => {
    const { E1, West } = company.unit;
    expect(code(await moveUnit({ id: E1, parentId: West, from: "2026-02-01" }))).toBeUndefined();
    expect(await ancestorsOn(E1, "2026-01-31")).toEqual(["E1", "East", "Company"]);
    expect(await ancestorsOn(E1, "2026-02-01")).toEqual(["E1", "West", "Company"]);
    const page = await unitPage(await scopeFor(company.user.Ada), E1, "en");
    expect(page.edges.map((e) => [e.parentName, e.from, e.to])).toEqual([
      ["West", "2026-02-01", "9999-12-31"],
      ["East", "1900-01-01", "2026-02-01"],
    ]);
    expect((await scopeFor(company.user.Max)).unitIds).toContain(E1);
    expect((await scopeFor(company.user.Mia)).unitIds).not.toContain(E1);
    expect((await scopeFor(company.user.Mia)).pastUnitIds).toContain(E1);
    await moveUnit({ id: E1, parentId: company.unit.East, from: "1900-01-01" });
    expect(await ancestorsOn(E1, "2026-02-01")).toEqual(["E1", "East", "Company"]);
  });

  it("cannot be tied into a ring, nor lose its top", async () => {
    const { Company: top, East, E1 } = company.unit;
    expect(code(await moveUnit({ id: East, parentId: E1, from: "2026-01-01" }))).toBe(
      "unitParentType",
    );
    expect(code(await moveUnit({ id: top, parentId: East, from: "2026-01-01" }))).toBe("unitTop");
    await query(`UPDATE unit SET type = 'store' WHERE id IN ($1, $2)`, [East, E1]);
    await query(`UPDATE unit SET type = 'region' WHERE id = $1`, [E1]);
    expect(code(await moveUnit({ id: East, parentId: E1, from: "2026-01-01" }))).toBe("unitCycle");
    await query(`UPDATE unit SET type = 'team' WHERE id = $1`, [E1]);
    await query(`UPDATE unit SET type = 'region' WHERE id = $1`, [East]);
  });

  it("a reps' unit has no rep for a manager", async () => {
    const { E1 } = company.unit;
    const input = { id: E1, from: "2026-01-01" };
    expect(code(await setManager({ ...input, userId: company.user.Rae }))).toBe("managerRole");
    expect(code(await setManager({ ...input, userId: company.user.Max }))).toBeUndefined();
    expect(code(await setManager({ ...input, userId: null }))).toBeUndefined();
    const page = await unitPage(await scopeFor(company.user.Ada), E1, "en");
    expect(page.manager).toBeNull();
  });

  it("closes only when nobody and nothing is in it, and opens again", async () => {
    const { East, W1, Company: top } = company.unit;
    expect(code(await deactivateUnit({ id: top }))).toBe("unitTop");
    expect(code(await deactivateUnit({ id: W1 }))).toBe("unitHasPeople");
    await query(
      "UPDATE assignment SET valid_to = current_date WHERE unit_id IN ($1, $2) AND valid_from < current_date",
      [W1, East],
    );
    expect(code(await deactivateUnit({ id: East }))).toBe("unitHasUnits");
    expect(code(await deactivateUnit({ id: W1 }))).toBeUndefined();
    const below = { name: "Y", nameEn: "", type: "team", parentId: W1 } as const;
    await query("UPDATE unit SET type = 'store' WHERE id = $1", [W1]);
    expect(code(await createUnit(below))).toBe("unitInactive");
    expect(code(await activateUnit({ id: W1 }))).toBeUndefined();
    expect(code(await createUnit(below))).toBeUndefined();
  });
});
