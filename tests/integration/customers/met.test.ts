import { beforeAll, describe, expect, it } from "vitest";
import { read, system, type Tx } from "@/lib/platform/db/access";
import { rollupDifferences, settleCustomers } from "@/lib/sales/data/rollups";
import { createRandom, type Random } from "@/lib/shared/random";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";
import { isFullRun } from "@/tests/setup/thoroughness";

// Whom a person sees by a deal or sale is kept; it must be what their deals and sales say at any moment.

let company: Company;
const customers: string[] = [];
const PLACES = [
  ["Rae", "E1"],
  ["Ray", "E2"],
  ["Wes", "W1"],
] as const;

function place(random: Random) {
  const [rep, unit] = random.pick(PLACES);
  return { owner_id: company.user[rep], unit_id: company.unit[unit] };
}

beforeAll(async () => {
  company = await createCompany();
  const random = createRandom("met");
  for (let n = 0; n < 30; n++)
    customers.push(await insertRow("customer", { name: `C${n}`, ...place(random) }));
});

const any = (table: string) =>
  `(SELECT id FROM ${table} ORDER BY md5(id::text || $1::text) LIMIT 1)`;

/** Something that changes who has to do with a customer. */
const STEPS: ((tx: Tx, random: Random) => Promise<unknown>)[] = [
  (tx, random) => sold(tx, random),
  (tx, random) => sold(tx, random),
  (tx, random) => {
    const { owner_id, unit_id } = place(random);
    return tx.$executeRaw`INSERT INTO deal (title, customer_id, currency, stage_id, owner_id, unit_id)
      VALUES ('D', ${random.pick(customers)}::uuid, 'USD', ${company.stage.Proposal}::uuid, ${owner_id}::uuid, ${unit_id}::uuid)`;
  },
  (tx, random) => moved(tx, "deal", random),
  (tx, random) => moved(tx, "sale", random),
  (tx, random) => moved(tx, "customer", random),
  (tx, random) =>
    tx.$executeRawUnsafe(
      `UPDATE deal SET customer_id = $2::uuid WHERE id = ${any("deal")}`,
      String(random.next()),
      random.pick(customers),
    ),
  (tx, random) =>
    tx.$executeRawUnsafe(`DELETE FROM sale WHERE id = ${any("sale")}`, String(random.next())),
  (tx, random) =>
    tx.$executeRawUnsafe(`DELETE FROM deal WHERE id = ${any("deal")}`, String(random.next())),
];

function sold(tx: Tx, random: Random) {
  const { owner_id, unit_id } = place(random);
  return tx.$executeRaw`INSERT INTO sale (sold_on, order_no, customer_id, quantity, currency, amount, base_amount, owner_id, unit_id)
    VALUES ('2026-02-01', 'O', ${random.pick(customers)}::uuid, 1, 'USD', 10, 10, ${owner_id}::uuid, ${unit_id}::uuid)`;
}

function moved(tx: Tx, table: string, random: Random) {
  const { owner_id, unit_id } = place(random);
  return tx.$executeRawUnsafe(
    `UPDATE ${table} SET owner_id = $2::uuid, unit_id = $3::uuid WHERE id = ${any(table)}`,
    String(random.next()),
    owner_id,
    unit_id,
  );
}

/** Customers a person sees in a list, and those the one-by-one rule lets them see. */
async function seenBy(person: keyof Company["user"]) {
  return read(await scopeFor(company.user[person]), async (tx) => {
    const listed = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM customer ORDER BY id`;
    const ruled = await tx.$queryRaw<{ id: string }[]>`SELECT c::text AS id
      FROM unnest(${customers}::uuid[]) c WHERE app_sees_customer(c) ORDER BY c`;
    return { listed: listed.map(({ id }) => id), ruled: ruled.map(({ id }) => id) };
  });
}

async function expectExact() {
  for (const person of ["Ada", "Mia", "Max", "Rae", "Ray", "Wes", "Rob"] as const) {
    const { listed, ruled } = await seenBy(person);
    expect(listed, person).toEqual(ruled);
  }
}

describe("customers met by a deal or sale", () => {
  it("are seen by whoever sees the deal or sale, whatever changed and whether counted anew or not", async () => {
    let beyond = 0;
    for (let round = 0; round < (isFullRun ? 40 : 8); round++) {
      const writers = ["a", "b"].map(async (who) => {
        const random = createRandom(`${round} ${who}`);
        for (let step = 0; step < 6; step++) {
          const seed = random.next();
          await system("test", async (tx) => {
            const draws = createRandom(seed);
            await draws.pick(STEPS)(tx, draws);
          });
        }
      });
      await Promise.all([...writers, settleCustomers()]);
      await expectExact();
      expect(await system("test", rollupDifferences)).toEqual([]);
      await settleCustomers();
      await expectExact();
      expect(await system("test", rollupDifferences)).toEqual([]);
      const [kept] = await query<{ n: number }>(
        "SELECT count(*)::int AS n FROM customer_elsewhere",
      );
      beyond += kept?.n ?? 0;
    }
    expect(beyond).toBeGreaterThan(0);
  }, 180_000);

  it("show nobody what is kept of them", async () => {
    const rows = await read(
      await scopeFor(company.user.Ada),
      (tx) => tx.$queryRaw`SELECT has_table_privilege('customer_elsewhere', 'SELECT') AS may`,
    );
    expect(rows).toEqual([{ may: false }]);
  });
});
