import { beforeAll, describe, expect, it } from "vitest";
import { fileInMemory } from "@/lib/imports/data/source-file";
import { importFiles } from "@/lib/imports/queries/import-files";
import { parseMapping } from "@/lib/imports/schema";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { countsOf, tableSizes } from "./importing";

const mapping = parseMapping(
  JSON.stringify({
    version: 1,
    source: "s",
    entries: [
      {
        file: "s.csv",
        kind: "sales",
        fields: { soldOn: "day", owner: "rep", amount: "amount" },
      },
    ],
  }),
);
const files = [fileInMemory("s.csv", "day,rep,amount\n2024-01-02,Rae,10\n")];

describe("importing as a person", () => {
  let company: Company;
  beforeAll(async () => {
    company = await createCompany();
  });

  it.each(["Mia", "Rae"] as const)("is refused by the database to %s", async (name) => {
    const scope = await scopeFor(company.user[name]);
    const before = await tableSizes();
    await expect(importFiles({ mapping, files, aliases: [] }, scope)).rejects.toThrow();
    expect(await tableSizes()).toEqual(before);
  });

  it("works for the admin, under row security, and names the admin", async () => {
    const scope = await scopeFor(company.user.Ada);
    const { report } = await importFiles({ mapping, files, aliases: [] }, scope);
    expect(countsOf(report, "sales")).toBe("1/0/0/0");
    const [sale] = await query("select unit_id, owner_id from sale");
    expect(sale).toEqual({ unit_id: company.unit.E1, owner_id: company.user.Rae });
    const [entry] = await query("select user_id, action from audit_entry where batch_id = $1", [
      report.batchId,
    ]);
    expect(entry).toEqual({ user_id: company.user.Ada, action: "import" });
  });
});
