import { beforeAll, describe, expect, it } from "vitest";
import { payoff } from "@/lib/analysis/domain/effort-view";
import { kindOutcomes, visitOutcomes } from "@/lib/analysis/sql/effort-outcomes";
import { kindHours, workHours } from "@/lib/analysis/sql/work-hours";
import { dealFilterSchema } from "@/lib/deals/schema";
import { listDeals } from "@/lib/deals/sql/list-deals";
import { read, type Tx } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

const HALF = { range: { from: "2026-01-01", to: "2026-07-01" }, where: {}, digits: 2 } as const;

let company: Company;
type Person = keyof Company["user"];

const as = async <T>(person: Person, work: (tx: Tx) => Promise<T>): Promise<T> =>
  read(await scopeFor(company.user[person]), work);

const place = (owner: "Rae" | "Wes") => ({
  owner_id: company.user[owner],
  unit_id: owner === "Rae" ? company.unit.E1 : company.unit.W1,
});

/** Of 60 days' course, closed on 2 March. */
const deal = (owner: "Rae" | "Wes", stage: "Won" | "Lost", booked: number | null) =>
  insertRow("deal", {
    ...{ title: `${owner} ${stage} ${booked}`, ...place(owner), stage_id: company.stage[stage] },
    ...{ currency: "USD", created_on: "2026-01-01", closed_on: "2026-03-02" },
    ...{ booked_amount: booked, booked_base_amount: booked },
  });

const act = (
  owner: "Rae" | "Wes",
  kind: string,
  day: string,
  dealId: string | null,
  minutes: number | null,
) =>
  insertRow("activity", {
    ...{ kind, status: "done", day, minutes, deal_id: dealId, subject: kind, ...place(owner) },
    ...{ done_at: `${day}T08:00:00Z` },
  });

beforeAll(async () => {
  company = await createCompany();
  const won = await deal("Rae", "Won", 100);
  const lost = await deal("Rae", "Lost", null);
  await deal("Rae", "Lost", null);
  const west = await deal("Wes", "Won", 300);
  await act("Rae", "visit", "2026-01-10", won, 60);
  await act("Rae", "visit", "2026-01-20", won, 120);
  await act("Rae", "visit", "2026-02-20", won, null);
  await act("Rae", "call", "2026-01-10", lost, 30);
  // After the deal closed: work, but nothing that could have gone with winning.
  await act("Rae", "visit", "2026-03-05", lost, 60);
  await act("Wes", "call", "2026-02-01", west, 30);
});

const outcome = (won: number, lost: number, revenue: number) => ({ won, lost, revenue });

describe("closed deals by what was done for them", () => {
  it("a visit before the close: one won with 100; without: one won with 300 and two lost", async () => {
    const kinds = await as("Ada", (tx) => kindOutcomes(tx, HALF));
    expect(kinds.map(({ kind }) => kind)).toEqual(["call", "visit"]);
    expect(kinds[1]).toMatchObject({ done: outcome(1, 0, 100), without: outcome(1, 2, 300) });
    expect(kinds[0]).toMatchObject({ done: outcome(1, 1, 300), without: outcome(1, 1, 100) });
  });
  it("three visits in 60 days are up to two in thirty", async () => {
    const bands = await as("Ada", (tx) => visitOutcomes(tx, HALF));
    expect(bands.map(({ band, won, lost }) => [band, won, lost])).toEqual([
      [0, 1, 2],
      [2, 1, 0],
    ]);
  });
  it("a rep and a unit have their own; the list opens the same deals", async () => {
    const [call] = await as("Wes", (tx) => kindOutcomes(tx, HALF));
    expect(call).toMatchObject({
      kind: "call",
      done: outcome(1, 0, 300),
      without: outcome(0, 0, 0),
    });
    expect(await as("Rob", (tx) => kindOutcomes(tx, HALF))).toEqual([]);
    const east = { ...HALF, where: { unit: company.unit.East } };
    expect((await as("Ada", (tx) => visitOutcomes(tx, east)))[0]).toMatchObject({
      band: 0,
      lost: 2,
    });
    const asked = dealFilterSchema.parse({ did: "visit", date: "closed", kind: "closed" });
    const rows = await as("Ada", (tx) => listDeals(tx, asked, 2));
    expect(rows.map(({ title }) => title)).toEqual(["Rae Won 100"]);
  });
  it("the lists of those without a kind, and of a frequency of visits, have the same deals", async () => {
    const titles = async (filter: Record<string, string>) => {
      const asked = dealFilterSchema.parse({ date: "closed", kind: "closed", ...filter });
      const rows = await as("Ada", (tx) => listDeals(tx, asked, 2));
      return rows.map(({ title }) => title).sort();
    };
    const others = ["Rae Lost null", "Rae Lost null", "Wes Won 300"];
    expect(await titles({ notDid: "visit" })).toEqual(others);
    expect(await titles({ visits: "0" })).toEqual(others);
    expect(await titles({ visits: "2" })).toEqual(["Rae Won 100"]);
    expect(await titles({ visits: "3" })).toEqual([]);
  });
});

describe("hours", () => {
  it("Rae's: 60 + 120 + 60 + the median 60 of visits + 30 = 5.5, one without a time; Wes's 0.5", async () => {
    const hours = await as("Ada", (tx) => workHours(tx, HALF.range, {}, "rep"));
    const of = (name: Person) => hours.find(({ key }) => key === company.user[name]);
    expect(of("Rae")).toMatchObject({ activities: 5, hours: 5.5, untimed: 1 });
    expect(of("Wes")).toMatchObject({ activities: 1, hours: 0.5, untimed: 0 });
    expect(await as("Wes", (tx) => workHours(tx, HALF.range, {}, "rep"))).toHaveLength(1);
  });
  it("Rae's by kind: visits 4 hours and one at 60 minutes, calls half an hour", async () => {
    const where = { rep: company.user.Rae };
    expect(await as("Ada", (tx) => kindHours(tx, HALF.range, where))).toEqual([
      { kind: "visit", hours: 4, untimed: 1, usual: 60 },
      { kind: "call", hours: 0.5, untimed: 0, usual: 30 },
    ]);
  });
  it("bring 100 in 5 hours and 300 in 5: 20 and 60 an hour against 40 of all", () => {
    const whole = { hours: 10, booked: 400 };
    expect(payoff({ hours: 5, won: 1, booked: 100 }, whole, 10)).toEqual({
      ...{ hoursPerWin: 5, bookedPerHour: 20, perCost: 2, against: 0.5 },
    });
    expect(payoff({ hours: 5, won: 2, booked: 300 }, whole, 10).against).toBe(1.5);
    expect(payoff({ hours: 0, won: 1, booked: 100 }, whole, 10)).toEqual({
      ...{ hoursPerWin: 0, bookedPerHour: null, perCost: null, against: null },
    });
  });
});
