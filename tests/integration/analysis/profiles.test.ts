import { beforeAll, expect, it } from "vitest";
import { profileOutcomes } from "@/lib/analysis/sql/profile-outcomes";
import { dealFilterSchema } from "@/lib/deals/schema";
import { listDeals } from "@/lib/deals/sql/list-deals";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

const HALF = { range: { from: "2026-01-01", to: "2026-07-01" }, where: {}, digits: 2 } as const;

let company: Company;
type Person = keyof Company["user"];

async function close(owner: "Rae" | "Wes", stage: "Won" | "Lost", booked: number | null) {
  const unit = owner === "Rae" ? company.unit.E1 : company.unit.W1;
  return insertRow("deal", {
    ...{ title: `${owner} ${stage}`, owner_id: company.user[owner], unit_id: unit },
    ...{ stage_id: company.stage[stage], currency: "USD", created_on: "2026-02-01" },
    ...{ closed_on: "2026-03-01", booked_amount: booked, booked_base_amount: booked },
  });
}

const profile = (deal: string, drivers: string[], motive: string | null, day: string) =>
  query(
    `INSERT INTO buying_profile (deal_id, drivers, motive, created_by_id, created_at)
     VALUES ($1, $2::value_driver[], $3::buying_motive, $4, $5)`,
    [deal, drivers, motive, company.user.Ada, day],
  );

const outcomes = async (person: Person, trait: string, where = {}) => {
  const rows = await read(await scopeFor(company.user[person]), (tx) =>
    profileOutcomes(tx, { ...HALF, where }),
  );
  return rows
    .filter((row) => row.trait === trait)
    .map(({ key, won, lost, revenue, cycle }) => [key, won, lost, revenue, cycle]);
};

beforeAll(async () => {
  company = await createCompany();
  const won = await close("Rae", "Won", 90);
  await profile(won, ["price"], "growth", "2026-01-01");
  await profile(won, ["quality", "price"], null, "2026-02-01");
  await profile(await close("Rae", "Lost", null), ["quality"], "growth", "2026-01-01");
  await profile(await close("Wes", "Won", 10), ["price"], "growth", "2026-01-01");
  await close("Rae", "Won", 1000);
});

it("by the latest profile quality won 90 and lost one, price won 10 in the West; no profile, no row", async () => {
  expect(await outcomes("Ada", "driver")).toEqual([
    ["quality", 1, 1, 90, 28],
    ["price", 1, 0, 10, 28],
  ]);
  expect(await outcomes("Ada", "motive")).toEqual([
    ["growth", 1, 1, 10, 28],
    [null, 1, 0, 90, 28],
  ]);
});

it("a rep and a unit have their own only", async () => {
  expect(await outcomes("Wes", "driver")).toEqual([["price", 1, 0, 10, 28]]);
  expect(await outcomes("Rob", "driver")).toEqual([]);
  expect(await outcomes("Ada", "driver", { unit: company.unit.East })).toEqual([
    ["quality", 1, 1, 90, 28],
  ]);
});

it("the list of deals opens just those", async () => {
  const list = async (filter: object) => {
    const asked = dealFilterSchema.parse({ date: "closed", ...filter });
    const scope = await scopeFor(company.user.Ada);
    return (await read(scope, (tx) => listDeals(tx, asked, 2))).map(({ title }) => title).sort();
  };
  expect(await list({ driver: "quality" })).toEqual(["Rae Lost", "Rae Won"]);
  expect(await list({ motive: "none" })).toEqual(["Rae Won"]);
  expect(await list({ driver: "price", motive: "growth" })).toEqual(["Wes Won"]);
});
