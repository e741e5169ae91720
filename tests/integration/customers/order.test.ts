import { beforeAll, describe, expect, it } from "vitest";
import { eachCustomer } from "@/lib/customers/queries";
import { CUSTOMER_COLUMNS, type CustomerListParams } from "@/lib/customers/schema";
import { customerPage } from "@/lib/customers/sql/list-customers";
import { read } from "@/lib/platform/db/access";
import { seesEveryUnit } from "@/lib/platform/db/sees-every-unit";
import { addDays } from "@/lib/shared/business-date";
import { createRandom } from "@/lib/shared/random";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

// Pages of the list against the whole list, and the figures kept of customers against their lines.

let company: Company;
const PLACES = [
  ["Rae", "E1"],
  ["Ray", "E2"],
  ["Wes", "W1"],
] as const;
const CUSTOMERS = 45;

beforeAll(async () => {
  company = await createCompany();
  const random = createRandom("customers in order");
  const place = () => {
    const [rep, unit] = random.pick(PLACES);
    return { owner_id: company.user[rep], unit_id: company.unit[unit] };
  };
  const boss = await insertRow("user", { name: "Leads all", role: "manager", status: "active" });
  await insertRow("assignment", { user_id: boss, unit_id: company.unit.Company, kind: "manager" });
  Object.assign(company.user, { Boss: boss });
  for (let n = 0; n < CUSTOMERS; n++) {
    // The sums of some are kept by then, those of others are still to be counted.
    if (n === 30) await query("SELECT fold_customer_sale(1000)");
    const sector = random.pick(["retail", "tech", null]);
    const customer = await insertRow("customer", { name: `C${n % 20}`, sector, ...place() });
    for (let lines = random.pick([0, 0, 1, 2, 5]); lines > 0; lines--) {
      const amount = random.pick([-10, 10, 10, 20.5]);
      await insertRow("sale", {
        ...{ customer_id: customer, order_no: `O${random.integer(1, 12)}`, currency: "USD" },
        sold_on: addDays("2026-01-01", random.integer(0, 80)),
        ...{ quantity: Math.sign(amount), amount, base_amount: amount, ...place() },
      });
    }
    for (let deals = random.pick([0, 0, 1, 2]); deals > 0; deals--) {
      await insertRow("deal", {
        ...{ title: "D", customer_id: customer, currency: "USD", ...place() },
        stage_id: random.pick([company.stage.Proposal, company.stage.Lost]),
        expected_base_amount: random.pick([null, 100, 200]),
      });
    }
  }
});

type Person = keyof Company["user"] | "Boss";
const scopeOf = (person: Person) => scopeFor(company.user[person as keyof Company["user"]]);
const FILTERS: CustomerListParams[] = [
  {},
  { sector: ["tech"] },
  { from: "2026-02-01" },
  { q: "C1" },
];
/** Each order in both directions; the filters take turns. */
const ASKED = CUSTOMER_COLUMNS.slice(CUSTOMER_COLUMNS.indexOf("openDeals")).flatMap((sort, n) =>
  ([sort, `-${sort}`] as const).map((by, m) => ({
    ...FILTERS[(n + m) % FILTERS.length],
    sort: by,
  })),
);

async function allPages(person: Person, params: CustomerListParams, kept: boolean) {
  return read(await scopeOf(person), async (tx) => {
    const whole = kept && (await seesEveryUnit(tx));
    const one = await customerPage(tx, { ...params, size: 25 }, whole);
    const two = await customerPage(tx, { ...params, size: 25, page: 2 }, whole);
    expect(two.totals).toEqual(one.totals);
    return { rows: [...one.rows, ...two.rows], totals: one.totals };
  });
}

describe("a list of customers in any order", () => {
  it.each(["Ada", "Boss", "Mia", "Rae"] as const)(
    "has on its pages what the whole list has, with the figures of the lines: %s",
    async (person) => {
      const scope = await scopeOf(person);
      for (const params of ASKED) {
        const whole: unknown[] = [];
        await eachCustomer(scope, params, async (rows) => void whole.push(...rows));
        const { rows, totals } = await allPages(person, params, true);
        expect(rows, JSON.stringify(params)).toEqual(whole);
        // An admin sees all without leading any unit, so nothing is the admin's own.
        if (person !== "Ada")
          expect(await allPages(person, params, false)).toEqual({ rows, totals });
      }
    },
    60_000,
  );
});

describe("sums of a customer over all units", () => {
  const seen = async (person: Person) =>
    read(await scopeOf(person), async (tx) => [
      await seesEveryUnit(tx),
      (await tx.customerSale.count()) > 0,
    ]);

  it("are read by who sees every sale, and by nobody else", async () => {
    for (const person of ["Ada", "Boss"] as const)
      expect(await seen(person), person).toEqual([true, true]);
    for (const person of ["Mia", "Max", "Rae"] as const)
      expect(await seen(person), person).toEqual([false, false]);
  });

  it("are no longer read once there is a unit the person does not lead", async () => {
    const other = await insertRow("unit", { name: "Apart", type: "company" });
    expect(await seen("Boss")).toEqual([false, false]);
    expect(await seen("Ada")).toEqual([true, true]);
    await query("DELETE FROM unit WHERE id = $1", [other]);
    expect(await seen("Boss")).toEqual([true, true]);
  });
});
