import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { system, write } from "@/lib/platform/db/access";
import { migrate, readMigrations } from "@/lib/platform/db/migrate";
import { arrangeSaleMonths } from "@/lib/sales/data/months";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { createEmptyDatabase, query, queryAt } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

const MIGRATIONS = join(process.cwd(), "prisma/migrations");
const MINE = "20261123040000_sale_months";

let company: Company;
beforeAll(async () => {
  company = await createCompany();
});

const line = (soldOn: string, more: Record<string, unknown> = {}) =>
  insertRow("sale", {
    sold_on: soldOn,
    order_no: "O",
    unit_id: company.unit.E1,
    owner_id: company.user.Rae,
    quantity: 1,
    currency: "USD",
    amount: 10,
    base_amount: 10,
    ...more,
  });

const tableOf = async (id: string) =>
  (
    await query<{ name: string }>(
      "SELECT tableoid::regclass::text AS name FROM sale WHERE id = $1",
      [id],
    )
  )[0]?.name;

const arrange = () => system("test", (tx) => arrangeSaleMonths(tx));

describe("the months of sale lines", () => {
  it("lines of any day are taken; their months follow, absurd years share one table", async () => {
    const [old, mistyped, far, recent] = [
      await line("1987-05-04"),
      await line("0202-01-01"),
      await line("9999-12-31"),
      await line("2019-02-28"),
    ];
    expect(await tableOf(recent)).toBe("sale_other");
    await arrange();
    expect(await tableOf(recent)).toBe("sale_2019_02");
    for (const id of [old, mistyped, far]) expect(await tableOf(id)).toBe("sale_other");
    expect(await tableOf(await line("2019-02-01"))).toBe("sale_2019_02");
    expect(await arrange()).toBe(0);
    await query("DELETE FROM sale");
  });

  it("a month's table is out of everybody's reach but through the whole", async () => {
    const rae = await scopeFor(company.user.Rae);
    await line("2019-02-03");
    await expect(write(rae, (tx) => tx.$queryRaw`SELECT * FROM sale_2019_02`)).rejects.toThrow(
      /permission denied/,
    );
    await query("DELETE FROM sale");
  });

  it("somebody who holds the lines of no month is not waited for: they stay, and nothing is lost", async () => {
    const id = await line("2018-01-15");
    await system("test", async (tx) => {
      await tx.$queryRaw`SELECT count(*) FROM sale`;
      await expect(arrange()).rejects.toThrow(/lock timeout/);
    });
    expect(await tableOf(id)).toBe("sale_other");
    await arrange();
    expect(await tableOf(id)).toBe("sale_2018_01");
    await query("DELETE FROM sale");
  });
});

describe("the id in the source", () => {
  const key = { source: "shop", external_id: "7" };

  it("is taken once, in whatever month, also by two writers at the same moment", async () => {
    await line("2019-02-03", key);
    await expect(line("2026-07-01", key)).rejects.toThrow(/sale_key_pkey/);
    const fresh = { source: "shop", external_id: "8" };
    const outcomes = await Promise.allSettled(
      ["2019-02-03", "2020-03-04", "2026-07-01"].map((day) => line(day, fresh)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await line("2019-02-03", { source: "shop" })).not.toBe(
      await line("2019-02-03", { source: "shop" }),
    );
  });

  it("follows its line to another month and is free again when the line is gone", async () => {
    await query(
      "UPDATE sale SET sold_on = '2026-08-01', external_id = '9' WHERE external_id = '7'",
    );
    const kept = await query(
      "SELECT k.external_id, k.sold_on::text FROM sale_key k JOIN sale s ON s.id = k.sale_id AND s.sold_on = k.sold_on ORDER BY 1",
    );
    expect(kept.filter((row) => row.external_id !== "8")).toEqual([
      { external_id: "9", sold_on: "2026-08-01" },
    ]);
    await line("2020-01-01", key);
    await query("DELETE FROM sale");
    expect(await query("SELECT FROM sale_key")).toEqual([]);
  });

  it("two lines may change their ids with each other in one statement", async () => {
    await line("2020-01-01", { source: "shop", external_id: "a" });
    await line("2020-02-01", { source: "shop", external_id: "b" });
    await query("UPDATE sale SET external_id = CASE external_id WHEN 'a' THEN 'b' ELSE 'a' END");
    const keys = await query("SELECT external_id, sold_on::text FROM sale_key ORDER BY 1");
    expect(keys).toEqual([
      { external_id: "a", sold_on: "2020-02-01" },
      { external_id: "b", sold_on: "2020-01-01" },
    ]);
    await query("DELETE FROM sale");
  });
});

describe("the first sale of a customer", () => {
  it("is right after its two first lines are removed at the same moment", async () => {
    const customer = await insertRow("customer", { name: "Acme" });
    for (let round = 0; round < 5; round++) {
      const ids: string[] = [];
      for (const day of ["2020-01-01", "2020-02-01", "2020-03-01"])
        ids.push(await line(day, { customer_id: customer }));
      await Promise.all([0, 1].map((at) => query("DELETE FROM sale WHERE id = $1", [ids[at]])));
      const [first] = await query("SELECT sold_on::text, sale_id FROM customer_first_sale");
      expect(first).toEqual({ sold_on: "2020-03-01", sale_id: ids[2] });
      await query("DELETE FROM sale");
    }
  });
});

describe("a database with sales from before", () => {
  const folder = mkdtempSync(join(tmpdir(), "closeloop-before-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("keeps every line, in its month; a user who is no superuser migrates it too", async () => {
    for (const { name } of readMigrations(MIGRATIONS).filter(({ name }) => name < MINE))
      cpSync(join(MIGRATIONS, name), join(folder, name), { recursive: true });
    const url = await createEmptyDatabase();
    const name = `closeloop_before_${process.pid}`;
    await queryAt(inject("serverUrl"), `CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'plain'`);
    await queryAt(
      inject("serverUrl"),
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} OWNER TO ${name}`,
    );
    const [{ n } = { n: 0 }] = await queryAt<{ n: number }>(
      url,
      "SELECT current_setting('server_version_num')::int AS n",
    );
    const how = n < 160_000 ? "OPTION" : "TRUE, INHERIT FALSE, SET FALSE";
    await queryAt(
      inject("serverUrl"),
      `GRANT closeloop_app, closeloop_system TO ${name} WITH ADMIN ${how}`,
    );
    const plain = new URL(url);
    Object.assign(plain, { username: name, password: "plain" });
    await migrate(plain.href, folder);
    await queryAt(
      url,
      `INSERT INTO unit (id, name, type) VALUES ('00000000-0000-7000-8000-000000000001', 'All', 'company');
       INSERT INTO sale (sold_on, order_no, unit_id, quantity, currency, amount, base_amount, source, external_id)
       SELECT day, 'O' || n, '00000000-0000-7000-8000-000000000001', 1, 'USD', n, n, 'shop', n::text
       FROM unnest(ARRAY['1999-01-01','2024-05-31','2024-06-01','2026-01-01']::date[]) WITH ORDINALITY d(day, n)`,
    );
    await migrate(plain.href, MIGRATIONS);
    const rows = await queryAt(
      url,
      `SELECT s.tableoid::regclass::text AS place, s.base_amount::float8 AS amount, k.external_id AS key
       FROM sale s JOIN sale_key k ON k.sale_id = s.id ORDER BY s.sold_on`,
    );
    expect(rows).toEqual([
      { place: "sale_other", amount: 1, key: "1" },
      { place: "sale_2024_05", amount: 2, key: "2" },
      { place: "sale_2024_06", amount: 3, key: "3" },
      { place: "sale_2026_01", amount: 4, key: "4" },
    ]);
  });
});
