import { beforeAll, describe, expect, it } from "vitest";
import { funnelAnalysis } from "@/lib/analysis/queries/funnel";
import { openAges, staleDeals } from "@/lib/analysis/sql/open-ages";
import { dealFilterSchema } from "@/lib/deals/schema";
import { listDeals } from "@/lib/deals/sql/list-deals";
import { read, type Tx } from "@/lib/platform/db/access";
import { addDays, businessDateIn } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

const today = businessDateIn("UTC", new Date());

let company: Company;
type Person = keyof Company["user"];
type Stage = keyof Company["stage"];

const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>): Promise<T> =>
  read(await scopeFor(company.user[person]), work);

/** A deal with its history: days ago and stage, the last is where it stands. */
async function deal(owner: "Rae" | "Wes", amount: number, steps: [number, Stage][], more = {}) {
  const last = steps.at(-1)?.[1] ?? "Proposal";
  const place = {
    owner_id: company.user[owner],
    unit_id: owner === "Rae" ? company.unit.E1 : company.unit.W1,
  };
  const id = await insertRow("deal", {
    ...{ title: `${owner} ${amount}`, ...place, stage_id: company.stage[last], currency: "USD" },
    ...{ created_on: addDays(today, -(steps[0]?.[0] ?? 0)), ...more },
    ...{ expected_amount: amount, expected_base_amount: amount },
  });
  await query("DELETE FROM deal_history WHERE deal_id = $1", [id]);
  for (const [ago, stage] of steps)
    await query(
      `INSERT INTO deal_history (deal_id, changed_on, stage_id, expected_base_amount, owner_id, unit_id)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, addDays(today, -ago), company.stage[stage], amount, place.owner_id, place.unit_id],
    );
  return id;
}

beforeAll(async () => {
  company = await createCompany();
  const [price, none] = [
    await insertRow("loss_reason", { name: "Price" }),
    await insertRow("loss_reason", { name: "None", is_no_decision: true }),
  ];
  const rival = await insertRow("competitor", { name: "Rival" });
  await deal("Rae", 100, [
    [200, "Prospecting"],
    [40, "Proposal"],
    [10, "Proposal"],
  ]);
  // Came back: it is in its stage since the return only.
  await deal("Rae", 200, [
    [300, "Proposal"],
    [150, "Prospecting"],
    [91, "Proposal"],
  ]);
  await deal("Wes", 400, [[30, "Prospecting"]]);
  const closed = { closed_on: addDays(today, -5), competitor_id: rival };
  await deal(
    "Rae",
    1,
    [
      [50, "Proposal"],
      [5, "Won"],
    ],
    closed,
  );
  await deal(
    "Rae",
    2,
    [
      [50, "Proposal"],
      [5, "Lost"],
    ],
    { ...closed, loss_reason_id: price },
  );
  await deal(
    "Rae",
    3,
    [
      [50, "Proposal"],
      [5, "Lost"],
    ],
    { ...closed, loss_reason_id: none },
  );
});

const bands = async (person: Person, where = {}) =>
  (await as(person, (tx) => openAges(tx, where, 2))).map(({ stage, bands: counts }) => [
    stage.name,
    ...counts.map(({ deals, amount }) => (deals ? `${deals}/${amount}` : "")),
  ]);

describe("open deals by days in their stage", () => {
  it("40 and 91 days in Proposal, 30 in Prospecting; a new date or a return is told apart", async () => {
    expect(await bands("Ada")).toEqual([
      ["Prospecting", "1/400", "", "", ""],
      ["Proposal", "", "1/100", "", "1/200"],
    ]);
  });
  it("a rep, a manager and a unit have their own", async () => {
    expect(await bands("Wes")).toEqual([["Prospecting", "1/400", "", "", ""]]);
    expect(await bands("Mia")).toEqual([["Proposal", "", "1/100", "", "1/200"]]);
    expect(await bands("Ada", { unit: company.unit.West })).toHaveLength(1);
    expect(await bands("Rob")).toEqual([]);
  });
  it("open the same deals in the list, and the longest come first", async () => {
    const asked = dealFilterSchema.parse({ inStage: "91-" });
    const rows = await as("Ada", (tx) => listDeals(tx, asked, 2));
    expect(rows.map(({ title }) => title)).toEqual(["Rae 200"]);
    const longest = { digits: 2, days: 40, limit: 1 };
    const stale = await as("Ada", (tx) => staleDeals(tx, {}, longest));
    expect(stale.map(({ title, days }) => [title, days])).toEqual([["Rae 200", 91]]);
    expect(await as("Wes", (tx) => staleDeals(tx, {}, longest))).toEqual([]);
  });
});

describe("the page", () => {
  it("loses one of two to price, the other to nobody; against the rival 1 won, 1 lost", async () => {
    const view = await funnelAnalysis(await scopeFor(company.user.Ada), {});
    expect(
      view.losses
        .map(({ name, lost, share, noDecision }) => [name?.name, lost, share, noDecision])
        .sort(),
    ).toEqual([
      ["None", 1, 0.5, true],
      ["Price", 1, 0.5, false],
    ]);
    expect(view.rivals).toMatchObject([{ won: 1, lost: 1 }]);
  });
  it("shows a rep of another region nothing of it", async () => {
    const view = await funnelAnalysis(await scopeFor(company.user.Wes), {
      unit: company.unit.East,
    });
    expect([view.losses, view.rivals, view.stages.map(({ name }) => name?.name)]).toEqual([
      ...[[], [], ["Prospecting"]],
    ]);
  });
});
