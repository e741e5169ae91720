import type pg from "pg";
import { type Stats, statsOf } from "@/tests/bench/timing";
import { COLUMNS, lines } from "./scale-fill";

const ROUNDS = 6;
const SALES = 40;

/** A line like those of the company, of today. */
const ONE = `insert into sale (sold_on, order_no, customer_id, product_id, unit_id, owner_id, quantity, currency, amount, base_amount, base_cost)
  values (current_date, $1, $2, $3, $4, $5, 1, 'CNY', 10, 10, 5)`;

type Picked = { customer: string; product: string; unit: string; owner: string };

async function ms(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const triggers = (client: pg.Client, state: "enable" | "disable") =>
  client.query(`alter table sale ${state} trigger user`);

export type SingleSale = { bare: Stats; kept: Stats };

/**
 * One sale at a time, each in a transaction of its own that waits for the disk: with everything that
 * follows from it (sums, audit log, first sale, key), and as a bare insert with its foreign keys.
 */
export async function singleSales(client: pg.Client): Promise<SingleSale> {
  const { rows } = await client.query<Picked>(
    `select c.id as customer, p.id as product, a.unit_id as unit, a.user_id as owner
     from (select * from customer order by md5(id::text) limit ${SALES}) c join assignment a on a.user_id = c.owner_id
     cross join lateral (select id from product where c.id is not null order by random() limit 1) p`,
  );
  const samples: Record<"bare" | "kept", number[]> = { bare: [], kept: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const kind of ["bare", "kept"] as const) {
      await triggers(client, kind === "bare" ? "disable" : "enable");
      for (const { customer, product, unit, owner } of rows) {
        const values = [`bench-${kind}`, customer, product, unit, owner];
        const took = await ms(() => client.query({ name: "sell", text: ONE, values }));
        if (round >= 0) samples[kind].push(took);
      }
    }
  }
  await forget(client, "bench-bare", "bench-kept");
  return { bare: statsOf(samples.bare), kept: statsOf(samples.kept) };
}

/** Removes lines written with triggers with them, and those written without, without. */
async function forget(client: pg.Client, bare: string, kept: string): Promise<void> {
  await triggers(client, "disable");
  await client.query("delete from sale where order_no = $1 and sold_on > current_date - 100", [
    bare,
  ]);
  await triggers(client, "enable");
  await client.query("delete from sale where order_no = $1 and sold_on > current_date - 100", [
    kept,
  ]);
}

export type Bulk = { lines: number; copy: number; kept: number; csv: string };

/** Milliseconds to copy 100,000 lines of the last ninety days, without and with what follows from them. */
export async function bulkCopy(client: pg.Client, count = 100_000): Promise<Bulk> {
  const { rows } = await client.query<{ file: string }>(
    "select current_setting('data_directory') || '/bench-bulk' as file",
  );
  const file = rows[0]?.file ?? "";
  await client.query(`set app.audit_batch = 'bench'; select setseed(0.1);
    create temporary table if not exists bench_rep as select u.external_id::int as no, u.id, a.unit_id from "user" u join assignment a on a.user_id = u.id where u.source = 'bench';
    create temporary table if not exists bench_product as select external_id::int as no, id, list_price as price from product where source = 'bench';
    create temporary table if not exists bench_customer as select external_id::int as no, id from customer where source = 'bench';
    analyze bench_rep; analyze bench_product; analyze bench_customer`);
  await client.query(
    `create temporary table bench_bulk as select * from (${lines("2000-01-01", "90", count, "bulk-")}) x(${COLUMNS})`,
  );
  await client.query(
    "update bench_bulk set sold_on = current_date - (sold_on - '2000-01-01'::date)",
  );
  await client.query(`copy (select ${COLUMNS} from bench_bulk) to '${file}.copy'`);
  await client.query(`copy (select b.external_id as id, b.order_no as "order", b.sold_on, c.external_id as customer, p.external_id as product, u.external_id as unit,
      o.external_id as owner, b.quantity, b.amount, b.base_cost as cost from bench_bulk b join unit u on u.id = b.unit_id join "user" o on o.id = b.owner_id
      join product p on p.id = b.product_id left join customer c on c.id = b.customer_id) to '${file}.csv' (format csv, header)`);
  const copy = `copy sale (${COLUMNS}) from '${file}.copy'`;
  const took: Record<"copy" | "kept", number[]> = { copy: [], kept: [] };
  for (let round = 0; round < 2; round++) {
    await triggers(client, "disable");
    took.copy.push(await ms(() => client.query(copy)));
    await client.query(
      "delete from sale where order_no like 'bulk-%' and sold_on > current_date - 100",
    );
    await triggers(client, "enable");
    took.kept.push(await ms(() => client.query(copy)));
    await forgetBulk(client);
  }
  return {
    lines: count,
    copy: statsOf(took.copy).p50,
    kept: statsOf(took.kept).p50,
    csv: `${file}.csv`,
  };
}

export async function forgetBulk(client: pg.Client): Promise<void> {
  await client.query("set app.audit_batch = 'bench'");
  await client.query(
    "delete from sale where order_no like 'bulk-%' and sold_on > current_date - 100",
  );
  await client.query(
    "set role closeloop_system; select fold_sale_rollup((current_date - 130), current_date + 1); reset role",
  );
}
