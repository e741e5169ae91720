import { beforeAll, describe, expect, it } from "vitest";
import { measure } from "@/lib/metrics/data/measure";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
  const rows = [
    ["Rae", "E1", "2026-02-10", "done"],
    ["Rae", "E1", "2026-03-31", "done"],
    ["Rae", "E1", "2026-04-01", "done"],
    ["Rae", "E1", "2026-03-01", "planned"],
    ["Rob", "E1", "2026-02-11", "done"],
    ["Ray", "E2", "2026-02-12", "done"],
    ["Wes", "W1", "2026-02-13", "done"],
  ] as const;
  for (const [rep, unit, day, status] of rows)
    await insertRow("activity", {
      ...{ kind: "call", day, status },
      ...{ owner_id: company.user[rep], unit_id: company.unit[unit] },
    });
});

const measured = async (
  person: keyof Company["user"],
  more: Partial<Parameters<typeof measure>[1]> = {},
) =>
  read(await scopeFor(company.user[person]), (tx) =>
    measure(tx, {
      ...{ metrics: ["activities"], range: { from: "2026-01-01", to: "2026-04-01" } },
      ...{ asOf: "2026-12-31", digits: 2 },
      calendar: { fiscalYearStartMonth: 1, firstDayOfWeek: 1 },
      ...more,
    }),
  );

describe("follow-ups done in January to March", () => {
  it("are 2 of Rae, 1 each of Rob, Ray and Wes: planned ones and those of April do not count", async () => {
    const rows = await measured("Ada", { by: "rep" });
    const of = (rep: keyof Company["user"]) =>
      rows.find(({ key }) => key === company.user[rep])?.value;
    expect([of("Rae"), of("Rob"), of("Ray"), of("Wes")]).toEqual([2, 1, 1, 1]);
    expect((await measured("Ada"))[0]).toMatchObject({ value: 5, n: 5 });
  });

  it("sum over the units below East to 4, and a manager sees no others", async () => {
    const east = { where: { unit: company.unit.East } };
    expect((await measured("Ada", east))[0]?.value).toBe(4);
    expect((await measured("Mia"))[0]?.value).toBe(4);
    expect((await measured("Rae"))[0]?.value).toBe(2);
  });

  it("none is 0, not unknown", async () => {
    const range = { from: "2020-01-01", to: "2020-04-01" } as const;
    expect((await measured("Ada", { range }))[0]?.value).toBe(0);
  });
});
