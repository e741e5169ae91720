import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decide, merge } from "@/lib/findings/data/decide";
import { write } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});

let pair: string[];
beforeEach(async () => {
  pair = [];
  for (const title of ["one", "two"])
    pair.push(
      await insertRow("finding", {
        ...{ kind: "own", title, unit_id: company.unit.E1, found_on: "2026-03-01" },
        created_by_id: company.user.Mia,
      }),
    );
});

const statuses = async () => {
  const sql = "SELECT status::text FROM finding WHERE id = ANY ($1) ORDER BY status";
  return (await query<{ status: string }>(sql, [pair])).map(({ status }) => status);
};

describe("two people at once", () => {
  it("who merge a pair both ways leave one of the two: they never hang on each other", async () => {
    const [mia, ada] = [await scopeFor(company.user.Mia), await scopeFor(company.user.Ada)];
    const [a = "", b = ""] = pair;
    const done = await Promise.allSettled([
      write(mia, (tx) => merge(tx, mia, { id: a, version: 1, intoId: b })),
      write(ada, (tx) => merge(tx, ada, { id: b, version: 1, intoId: a })),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await statuses()).toEqual(["merged", "proposed"]);
  });

  it("who confirm the same finding: the second is shown that it is confirmed", async () => {
    const [mia, ada] = [await scopeFor(company.user.Mia), await scopeFor(company.user.Ada)];
    const seen = { id: pair[0] ?? "", version: 1, status: "confirmed" } as const;
    const done = await Promise.allSettled(
      [mia, ada].map((scope) => write(scope, (tx) => decide(tx, scope, seen))),
    );
    const refused = done.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: "conflict", current: { status: "confirmed" } });
  });

  it("twin: one after the other each merge does what it says", async () => {
    const mia = await scopeFor(company.user.Mia);
    const [a = "", b = ""] = pair;
    await write(mia, (tx) => merge(tx, mia, { id: a, version: 1, intoId: b }));
    expect(await statuses()).toEqual(["merged", "proposed"]);
  });
});
