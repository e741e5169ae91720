import type pg from "pg";

/** Whose pages are measured. */
export const PEOPLE = {
  admin: { email: "admin@bench.test", unit: null },
  manager: { email: "manager@bench.test", unit: "Region 1" },
  rep: { email: "rep@bench.test", unit: "Store 1" },
} as const;
export const PASSWORD = "a bench for sitting on 5";

const MONTHS = 36;
const REGIONS = 10;
const STORES = 289;
const REPS = 2000;
const PRODUCTS = 200;
const CUSTOMERS = 200_000;
const DEALS = 20_000;

/** 300 units, 2,000 reps, 200 products, 200,000 customers and 20,000 deals. */
const COMPANY = `
  select setseed(0.42);
  set app.audit_batch = 'bench';
  insert into organisation (id, name, base_currency, time_zone) values (1, 'Bench', 'CNY', 'UTC');
  insert into unit (name, type, source, external_id) values ('Bench', 'company', 'bench', '0');
  insert into unit (name, type, source, external_id)
    select 'Region ' || n, 'region', 'bench', 'r' || n from generate_series(1, ${REGIONS}) n;
  insert into unit (name, type, source, external_id)
    select 'Store ' || n, 'store', 'bench', 's' || n from generate_series(1, ${STORES}) n;
  insert into unit_edge (unit_id, parent_id)
    select r.id, c.id from unit r, unit c where r.type = 'region' and c.type = 'company'
    union all select s.id, r.id from unit s join unit r
      on r.external_id = 'r' || (1 + substr(s.external_id, 2)::int % ${REGIONS}) where s.type = 'store';
  insert into "user" (name, role, status, source, external_id)
    select 'Rep ' || n, 'rep', 'active', 'bench', n::text from generate_series(1, ${REPS}) n;
  insert into assignment (user_id, unit_id, kind)
    select u.id, s.id, 'member' from "user" u join unit s on s.external_id = 's' || (1 + u.external_id::int % ${STORES})
    where u.source = 'bench';
  insert into product_category (name) select 'Category ' || n from generate_series(1, 12) n;
  insert into product (name, currency, list_price, category_id, source, external_id)
    select 'Product ' || n, 'CNY', round((20 + 3000 * power(random(), 3))::numeric, 2), c.id, 'bench', n::text
    from generate_series(1, ${PRODUCTS}) n join product_category c on c.name = 'Category ' || (1 + n % 12);
  insert into customer (name, owner_id, unit_id, source, external_id)
    select 'Customer ' || n, a.user_id, a.unit_id, 'bench', n::text from generate_series(0, ${CUSTOMERS - 1}) n
    join "user" u on u.source = 'bench' and u.external_id = (1 + n / ${CUSTOMERS / REPS})::text
    join assignment a on a.user_id = u.id;
  insert into pipeline_stage (name, kind, position, probability) values ('Lead', 'open', 1, 0.1), ('Meeting', 'open', 2, 0.3),
    ('Offer', 'open', 3, 0.6), ('Won', 'won', 4, 1), ('Lost', 'lost', 5, 0);
  insert into deal (title, created_on, closed_on, expected_close_on, stage_id, owner_id, unit_id, customer_id, currency,
      expected_amount, expected_base_amount, booked_amount, booked_base_amount)
    select 'Deal ' || n, x.day, case when s.kind = 'open' then null else least(x.day + 60, current_date) end, x.day + 70, s.id,
      c.owner_id, c.unit_id, c.id, 'CNY', x.amount, x.amount, case s.kind when 'won' then x.amount when 'lost' then 0 end,
      case s.kind when 'won' then x.amount when 'lost' then 0 end
    from (select n, current_date - (n::float / ${DEALS} * 1090)::int as day, round((1000 + 90000 * power(random(), 2))::numeric, 2) as amount
      from generate_series(1, ${DEALS}) n) x
    join pipeline_stage s on s.position = case when x.day > current_date - 90 and x.n % 2 = 0 then 1 + x.n % 3 else 4 + (x.n % 5 > 2)::int end
    join customer c on c.source = 'bench' and c.external_id = ((x.n * 7) % ${CUSTOMERS})::text;
  create temporary table bench_rep as select u.external_id::int as no, u.id, a.unit_id from "user" u join assignment a on a.user_id = u.id where u.source = 'bench';
  create temporary table bench_product as select external_id::int as no, id, list_price as price from product where source = 'bench';
  create temporary table bench_customer as select external_id::int as no, id from customer where source = 'bench';
  create unique index on bench_rep (no); create unique index on bench_product (no); create unique index on bench_customer (no);
  analyze;`;

export const COLUMNS =
  "id, sold_on, order_no, customer_id, product_id, unit_id, owner_id, quantity, currency, amount, base_amount, base_cost, source, external_id";

/**
 * Lines of a month: orders of one to five lines; few reps, products and customers sell most; a line in
 * fifty is a return, one in ten has no cost, one in twenty no customer.
 */
export function lines(month: string, days: string, count: number, tag: string): string {
  return `select uuid_v7(), x.day, x.order_no, case when x.order_no like '%7' and x.rep % 2 = 0 then null else c.id end, p.id, r.unit_id, r.id,
      x.quantity, 'CNY', x.quantity * p.price, x.quantity * p.price, case when x.n % 10 > 0 then round(x.quantity * p.price * 0.65, 2) end,
      'bench', '${tag}' || x.n
    from (select n, o.day, o.order_no, o.rep, o.customer, 1 + floor(${PRODUCTS} * power(random(), 2))::int as product,
        (case when n % 50 = 0 then -1 else 1 + floor(power(random(), 3) * 4) end)::numeric as quantity
      from generate_series(0, ${count - 1}) n
      join (select o, '${month}'::date + floor(random() * (${days}))::int as day, '${tag}-' || o as order_no, rep,
          (rep - 1) * ${CUSTOMERS / REPS} + floor(${CUSTOMERS / REPS} * power(random(), 1.5))::int as customer
        from (select o, 1 + floor(${REPS} * power(random(), 1.6))::int as rep from generate_series(0, ${Math.ceil(count / 3) + 4}) o) y) o
      on o.o = n / 15 * 5 + (array[0,1,1,2,2,2,3,3,3,3,4,4,4,4,4])[1 + n % 15]) x
    join bench_rep r on r.no = x.rep join bench_product p on p.no = x.product join bench_customer c on c.no = x.customer`;
}

/** Share of each month: growth of 40% over the three years, a season, and only the days gone of the last. */
function shares(lastPart: number): number[] {
  const weights = Array.from({ length: MONTHS }, (_, month) => {
    const season = 1 + 0.25 * Math.sin((month / 12) * 2 * Math.PI);
    return season * (1 + (0.4 * month) / MONTHS) * (month === MONTHS - 1 ? lastPart : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Copies `count` lines of three years up to today, month by month, then makes the sums of them. */
export async function fill(
  client: pg.Client,
  count: number,
  say: (text: string) => void,
): Promise<void> {
  await client.query(COMPANY);
  const { rows } = await client.query<{ file: string; gone: number }>(
    "select current_setting('data_directory') || '/bench.copy' as file, extract(day from current_date)::int as gone",
  );
  const { file = "", gone = 1 } = rows[0] ?? {};
  await client.query(
    `select make_sale_months((current_date - interval '${MONTHS - 1} months')::date, current_date)`,
  );
  await client.query("set session_replication_role = replica");
  let written = 0;
  for (const [index, share] of shares(gone / 30).entries()) {
    const ago = MONTHS - 1 - index;
    const { rows: month } = await client.query<{ first: string; days: number }>(
      `select first::text, (least((first + interval '1 month')::date, current_date + 1) - first)::int as days
       from (select date_trunc('month', current_date - interval '${ago} months')::date as first) m`,
    );
    const { first = "", days = 1 } = month[0] ?? {};
    const size = index === MONTHS - 1 ? count - written : Math.round(count * share);
    await client.query(
      `copy (${lines(first, String(days), size, `m${index}-`)}) to '${file}' (format binary)`,
    );
    await client.query(`copy sale (${COLUMNS}) from '${file}' (format binary)`);
    written += size;
    if (index % 6 === 5) say(`${written} lines`);
  }
  await client.query("set session_replication_role = origin");
  const began = performance.now();
  await client.query(
    "set maintenance_work_mem = '256MB'; set work_mem = '256MB'; set role closeloop_system",
  );
  await client.query("select rebuild_sale_rollup()");
  await client.query("reset role");
  say(`sums made in ${Math.round((performance.now() - began) / 1000)} s`);
  await client.query("vacuum analyze");
}
