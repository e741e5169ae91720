import { beforeAll, describe, expect, it } from "vitest";
import { type Measurement, measure } from "@/lib/metrics/data/measure";
import { read, system, type Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Scope } from "@/lib/platform/scope";
import {
  foldRollups,
  rebuildRollups,
  rollupDifferences,
  settleCustomers,
} from "@/lib/sales/data/rollups";
import { addDays } from "@/lib/shared/business-date";
import { createRandom, type Random } from "@/lib/shared/random";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";
import { isFullRun } from "@/tests/setup/thoroughness";

// The sums kept of sale lines against the lines themselves, after random work by several at once.

const PEOPLE = ["Ada", "Mia", "Max", "Rae", "Rob", "Ray", "Wes"] as const;

let company: Company;
let products: (string | null)[];
let customers: (string | null)[];
beforeAll(async () => {
  company = await createCompany();
  const category = await insertRow("product_category", { name: "Light" });
  const product = (name: string) =>
    insertRow("product", { name, currency: "USD", category_id: category });
  products = [await product("Lamp"), await product("Desk"), null];
  const customer = (name: string, sector: string) => insertRow("customer", { name, sector });
  customers = [await customer("Acme", "retail"), await customer("Beta", "tech"), null];
  await moveThings();
});

/** E2 goes from East to West within a month, and East gets another manager within another. */
async function moveThings() {
  const { unit, user } = company;
  await query("UPDATE unit_edge SET valid_to = '2026-02-10' WHERE unit_id = $1", [unit.E2]);
  await query(
    "INSERT INTO unit_edge (unit_id, parent_id, valid_from) VALUES ($1, $2, '2026-02-10')",
    [unit.E2, unit.West],
  );
  await query("UPDATE assignment SET valid_from = '2026-03-15' WHERE user_id = $1", [user.Mia]);
  await insertRow("assignment", {
    user_id: user.Ada,
    unit_id: unit.East,
    kind: "manager",
    valid_to: "2026-03-15",
  });
}

function randomLine(random: Random) {
  const { unit, user } = company;
  const quantity = random.integer(-2, 5);
  return {
    sold_on: addDays("2025-12-20", random.integer(0, 130)),
    order_no: `O${random.integer(1, 40)}`,
    unit_id: random.pick([unit.E1, unit.E2, unit.W1, unit.East, unit.Company]),
    owner_id: random.pick([user.Rae, user.Rob, user.Ray, user.Wes, user.Mia, null]),
    product_id: random.pick(products),
    customer_id: random.pick(customers),
    quantity,
    currency: "USD",
    amount: quantity * 10.25,
    base_amount: quantity * 10.25,
    base_cost: random.chance(0.6) ? quantity * 7.5 : null,
  };
}

async function insert(tx: Tx, random: Random) {
  const count = random.chance(0.2) ? random.integer(51, 90) : random.integer(1, 6);
  const lines = Array.from({ length: count }, () => randomLine(random));
  const columns = Prisma.raw(Object.keys(lines[0] ?? {}).join(", "));
  await tx.$executeRaw`INSERT INTO sale (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::sale, ${JSON.stringify(lines)}::json)`;
}

const some = (random: Random) =>
  Prisma.sql`abs(hashtext(id::text || ${String(random.next())})) % ${random.integer(2, 30)} = 0`;

async function update(tx: Tx, random: Random) {
  const line = randomLine(random);
  const to = random.pick([
    Prisma.sql`quantity = quantity + 1, base_amount = base_amount + 0.0001`,
    Prisma.sql`sold_on = ${line.sold_on}::date`,
    Prisma.sql`owner_id = ${line.owner_id}::uuid, unit_id = ${line.unit_id}::uuid`,
    Prisma.sql`product_id = ${line.product_id}::uuid, base_cost = ${line.base_cost}::numeric`,
    Prisma.sql`customer_id = ${line.customer_id}::uuid`,
    Prisma.sql`order_no = 'again'`,
  ]);
  await tx.$executeRaw`UPDATE sale SET ${to} WHERE ${some(random)}`;
}

const remove = (tx: Tx, random: Random) => tx.$executeRaw`DELETE FROM sale WHERE ${some(random)}`;

/** What one writer does: transactions of one to three random statements, some of them taken back. */
async function work(random: Random, transactions: number) {
  for (let done = 0; done < transactions; done++) {
    const seed = random.next();
    const undo = random.chance(0.1);
    await system("test", async (tx) => {
      const draws = createRandom(seed);
      for (let step = draws.integer(1, 3); step > 0; step--)
        await draws.pick([insert, insert, update, remove])(tx, draws);
      if (undo) throw new Error("taken back");
    }).catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== "taken back") throw error;
    });
  }
}

/** Brings the sums together again and again while others write. */
async function fold(times: number) {
  for (let done = 0; done < times; done++) {
    await system("test", (tx) => foldRollups(tx, "2025-12-01", "2026-06-01"));
    await settleCustomers();
  }
}

const differences = () => system("test", (tx) => rollupDifferences(tx));

type Asked = Pick<Measurement, "by" | "grain" | "where" | "range">;

/** Every breakdown, grain and filter in turn with the others, over ranges that cut months. */
function questions(): Asked[] {
  const { unit, user } = company;
  const wheres: NonNullable<Measurement["where"]>[] = [
    {},
    { unit: unit.Company },
    { unit: unit.East },
    { unit: unit.West },
    { direct: unit.E2 },
    { rep: user.Ray },
    { rep: null },
    { region: unit.West },
    { manager: user.Mia },
    { product: products[0] ?? null },
    { product: null, unit: unit.East },
    { customer: customers[0] ?? null },
    { rep: user.Mia, product: products[1] ?? null },
  ];
  const ranges = [
    { from: "2026-01-01", to: "2026-04-01" },
    { from: "2025-12-25", to: "2026-03-20" },
    { from: "2026-02-05", to: "2026-02-20" },
    { from: "2025-01-01", to: "2027-01-01" },
  ] as const;
  const breakdowns = [
    undefined,
    "rep",
    "unit",
    "region",
    "manager",
    "product",
    "category",
    "customer",
    "sector",
    "segment",
  ] as const;
  const grains = [undefined, "month", "day", "week", "quarter", "year"] as const;
  const asked: Asked[] = [];
  for (const [n, where] of wheres.entries())
    for (const [m, by] of [...breakdowns, "branch" as const].entries()) {
      if (by === "branch" && !where.unit) continue;
      const range = ranges[(n + m) % ranges.length] ?? ranges[0];
      asked.push({ where, by, range, grain: grains[(n * 2 + m) % grains.length] });
    }
  return asked;
}

const METRICS = ["revenue", "units", "gross_margin", "margin_rate"] as const;

async function bothWays(scope: Scope, asked: Asked) {
  const compare = [{ from: "2025-12-01", to: "2026-02-15" }] as const;
  const whole = {
    ...asked,
    compare,
    metrics: METRICS,
    asOf: "2026-04-01",
    calendar: { fiscalYearStartMonth: 2, firstDayOfWeek: 1 },
    digits: 2,
  } as const;
  const sorted = async (tx: Tx, fromLines: boolean) =>
    (await measure(tx, { ...whole, fromLines })).map((row) => JSON.stringify(row)).sort();
  return read(scope, async (tx) => [await sorted(tx, false), await sorted(tx, true)] as const);
}

describe("sums kept of sale lines", () => {
  it(
    "equal a recount after three people have inserted, changed and deleted lines at once",
    async () => {
      for (let round = 0; round < (isFullRun ? 8 : 1); round++) {
        const writers = ["a", "b", "c"].map((who) => work(createRandom(`${round} ${who}`), 12));
        await Promise.all([...writers, fold(10)]);
        expect(await differences()).toEqual([]);
        await fold(1);
        expect(await query("SELECT FROM customer_sale_stale")).toEqual([]);
        expect(await differences()).toEqual([]);
      }
      expect((await query("SELECT count(*)::int AS n FROM sale"))[0]?.n).toBeGreaterThan(100);
    },
    isFullRun ? 300_000 : 60_000,
  );

  it("give each person exactly what the lines they may see add up to, whatever is asked", async () => {
    for (const [turn, person] of PEOPLE.entries()) {
      const scope = await scopeFor(company.user[person]);
      // Everybody is asked everything in the full run; otherwise each a fifth of it, in turn.
      const asks = questions().filter((_, n) => isFullRun || n % 5 === turn % 5);
      for (const asked of asks) {
        const [sums, lines] = await bothWays(scope, asked);
        expect({ person, asked, rows: sums }).toEqual({ person, asked, rows: lines });
      }
    }
  }, 120_000);

  it("show no person a sum of lines they may not all see", async () => {
    const seen = await read(
      await scopeFor(company.user.Rae),
      (tx) =>
        tx.$queryRaw<
          { level: string; others: bigint }[]
        >`SELECT level::text, count(*) FILTER (WHERE owner_id <> ${company.user.Rae}::uuid) AS others
        FROM sale_rollup GROUP BY level`,
    );
    expect(seen).toEqual([{ level: "day_rep", others: 0n }]);
    await expect(
      read(
        await scopeFor(company.user.Ada),
        (tx) => tx.$queryRaw`SELECT rebuild_sale_rollup()::text`,
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("stay right when their rows are brought together while others write", async () => {
    const fold = async () => {
      for (let n = 0; n < 8; n++)
        await system("test", (tx) => foldRollups(tx, "2020-01-01", "2030-01-01"));
    };
    await Promise.all([work(createRandom("d"), 6), work(createRandom("e"), 6), fold()]);
    expect(await differences()).toEqual([]);
    await fold();
    const [spread] = await query(`SELECT count(*)::int AS n FROM (SELECT FROM sale_rollup
      GROUP BY level, day, unit_id, owner_id, product_id HAVING count(*) > 1 OR sum(lines) = 0) x`);
    expect(spread).toEqual({ n: 0 });
    expect(await differences()).toEqual([]);
  }, 60_000);

  it("nobody waits for a long import: a line of the same day is sold meanwhile", async () => {
    const line = { ...randomLine(createRandom("wait")), sold_on: "2026-03-03" };
    await system("test", async (tx) => {
      await tx.$executeRaw`INSERT INTO sale (sold_on, order_no, unit_id, quantity, currency, amount, base_amount)
        SELECT '2026-03-03', 'long', ${line.unit_id}::uuid, 1, 'USD', 1, 1 FROM generate_series(1, 100)`;
      await insertRow("sale", { ...line, customer_id: null });
    });
    expect(await differences()).toEqual([]);
  });

  it("a wrong sum is found, and made right by a rebuild", async () => {
    await query(
      "UPDATE sale_rollup SET revenue = revenue + 1 WHERE level = 'month_product' AND id = (SELECT min(id) FROM sale_rollup WHERE level = 'month_product')",
    );
    const [found, ...more] = await differences();
    expect([found?.what, more.length]).toEqual(["month_product", 0]);
    await system("test", rebuildRollups);
    expect(await differences()).toEqual([]);
  });
});
