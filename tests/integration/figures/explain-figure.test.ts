import { beforeAll, describe, expect, it } from "vitest";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
import { NotFoundError } from "@/lib/platform/errors";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { createRecords } from "@/tests/setup/records";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  await createRecords(company);
});

const quarter = { from: "2026-01-01", to: "2026-04-01" };

/** What the page awaits: a refusal has to be a rejection, a thrown one would be an error page. */
async function asked(person: keyof Company["user"], params: object, metric = "revenue") {
  const scope = await scopeFor(company.user[person]);
  const answer = explainFigure(scope, metric, { ...quarter, ...params });
  return answer.then(
    ({ figure }) => figure.value,
    (error: unknown) => error instanceof NotFoundError,
  );
}

describe("the address of a figure", () => {
  it("that is wrong leads nowhere", async () => {
    expect(await asked("Ada", {}, "nonsense")).toBe(true);
    expect(await asked("Ada", { from: "bad" })).toBe(true);
    expect(await asked("Ada", { unit: "00000000-0000-7000-8000-000000000000" })).toBe(true);
  });

  it("of somebody else does not exist for a rep or another manager", async () => {
    expect(await asked("Rae", { rep: company.user.Rob })).toBe(true);
    expect(await asked("Rae", { unit: company.unit.E1 })).toBe(true);
    expect(await asked("Max", { unit: company.unit.E1 })).toBe(true);
    expect(await asked("Max", { rep: company.user.Rae })).toBe(true);
  });

  it("twin: one's own, one's unit's and the whole are shown", async () => {
    expect(await asked("Rae", { rep: company.user.Rae })).toBe(90);
    expect(await asked("Mia", { unit: company.unit.E1 })).toBe(180);
    expect(await asked("Mia", { rep: company.user.Rae })).toBe(90);
    expect(await asked("Ada", {})).toBe(360);
  });

  it("of growth leads to the records of both periods", async () => {
    const base = { baseFrom: "2025-01-01", baseTo: "2025-04-01" };
    const scope = await scopeFor(company.user.Ada);
    const { records, baseHref } = await explainFigure(scope, "growth", { ...quarter, ...base });
    expect(records).toMatchObject({ href: "/sales?from=2026-01-01&to=2026-04-01" });
    expect(baseHref).toBe("/sales?from=2025-01-01&to=2025-04-01");
  });
});
