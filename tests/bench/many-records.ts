import pg from "pg";

/** What the lists are measured with. */
export const COUNTS = { customers: 200_000, deals: 100_000, sales: 240_000 };

/** Four regions of ten teams of five reps: a region's manager sees a quarter, a rep a two-hundredth. */
const FILL = `
SET session_replication_role = replica;
INSERT INTO organisation (id, name, base_currency, time_zone) VALUES (1, 'Bench', 'CNY', 'Asia/Shanghai');
CREATE TEMPORARY TABLE u AS SELECT uuid_v7() AS id, n FROM generate_series(0, 44) n;
INSERT INTO unit (id, name, name_en, type) SELECT id, '单元' || n, 'Unit ' || n,
  (CASE WHEN n = 0 THEN 'company' WHEN n <= 4 THEN 'region' ELSE 'team' END)::unit_type FROM u;
SET session_replication_role = origin;
INSERT INTO unit_edge (unit_id, parent_id) SELECT c.id, p.id FROM u c
  JOIN u p ON p.n = CASE WHEN c.n <= 4 THEN 0 ELSE (c.n - 5) / 10 + 1 END WHERE c.n > 0;
SET session_replication_role = replica;
CREATE TEMPORARY TABLE p AS SELECT uuid_v7() AS id, n FROM generate_series(0, 204) n;
INSERT INTO "user" (id, name, name_en, role, status) SELECT id, '员工' || n, 'Person ' || n,
  (CASE WHEN n = 0 THEN 'admin' WHEN n <= 4 THEN 'manager' ELSE 'rep' END)::role, 'active' FROM p;
INSERT INTO assignment (user_id, unit_id, kind) SELECT p.id, u.id,
  (CASE WHEN p.n <= 4 THEN 'manager' ELSE 'member' END)::assignment_kind
  FROM p JOIN u ON u.n = CASE WHEN p.n <= 4 THEN p.n ELSE (p.n - 5) / 5 + 5 END WHERE p.n > 0;
INSERT INTO pipeline_stage (name, name_en, kind, position, probability) VALUES ('初步接触', 'Contact', 'open', 1, 0.1),
  ('方案报价', 'Proposal', 'open', 2, 0.5), ('赢单', 'Won', 'won', 3, 1), ('输单', 'Lost', 'lost', 4, 0);
INSERT INTO product_category (name, name_en) SELECT '类别' || n, 'Category ' || n FROM generate_series(1, 8) n;
INSERT INTO product (name, name_en, currency, category_id) SELECT '产品' || n, 'Product ' || n, 'CNY',
  (SELECT id FROM product_category ORDER BY name OFFSET n % 8 LIMIT 1) FROM generate_series(1, 60) n;

CREATE FUNCTION pg_temp.pick(words text[], n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT words[1 + (hashint8(n) & 2147483647) % cardinality(words)] $$;
CREATE TEMPORARY TABLE c AS SELECT uuid_v7() AS id, n, 5 + n % 200 AS rep FROM generate_series(1, ${COUNTS.customers}) n;
INSERT INTO customer (id, name, name_en, sector, location, owner_id, unit_id, source, external_id)
SELECT c.id, place || core || kind || c.n % 977, core_en || ' ' || kind_en || ' ' || c.n % 977,
  pg_temp.pick('{零售,教育,医疗,物业,制造,金融,政府,能源}', c.n + 7), place, p.id, u.id, 'bench', 'C-' || c.n
FROM c JOIN p ON p.n = c.rep JOIN u ON u.n = (c.rep - 5) / 5 + 5
CROSS JOIN LATERAL (SELECT pg_temp.pick('{上海,北京,杭州,南京,苏州,宁波,深圳,广州,成都,武汉}', c.n) AS place,
  pg_temp.pick('{银泰,长青,云峰,德信,康宁,卓越,安泰,和美,晨曦,凌云,同济,锦绣}', c.n * 31) AS core,
  pg_temp.pick('{Intime,Evergreen,Summit,Dexin,Kangning,Superior,Antai,Hemei,Sunrise,Lingyun,Tongji,Splendid}', c.n * 31) AS core_en,
  pg_temp.pick('{学校,医院,物业,软件,公寓,物流,园区,酒店}', c.n * 17) AS kind,
  pg_temp.pick('{School,Hospital,Property,Software,Apartments,Logistics,Park,Hotel}', c.n * 17) AS kind_en) w;

CREATE TEMPORARY TABLE d AS SELECT uuid_v7() AS id, n FROM generate_series(1, ${COUNTS.deals}) n;
INSERT INTO deal (id, title, customer_id, stage_id, owner_id, unit_id, created_on, closed_on, expected_close_on, currency,
  expected_amount, expected_base_amount, booked_amount, booked_base_amount, source, external_id, updated_at)
SELECT d.id, pg_temp.pick('{园区安防升级,停车场监控,会议室中控,门锁更换,节能照明,年度维保}', d.n) || ' '
    || pg_temp.pick('{Campus security,Car-park cameras,Meeting-room control,Store-room locks,Saving light,Yearly maintenance}', d.n) || ' ' || d.n,
  c.id, st.id, p.id, u.id, created, CASE WHEN st.kind <> 'open' THEN created + 40 END, created + 50, 'CNY',
  1000 + d.n % 9000, 1000 + d.n % 9000, CASE WHEN st.kind = 'won' THEN 900 + d.n % 9000 END, CASE WHEN st.kind = 'won' THEN 900 + d.n % 9000 END,
  'bench', 'D-' || d.n, created + interval '40 days' + d.n * interval '1 second'
FROM d JOIN c ON c.n = 1 + d.n * 7 % ${COUNTS.customers} JOIN p ON p.n = c.rep JOIN u ON u.n = (c.rep - 5) / 5 + 5
JOIN pipeline_stage st ON st.position = CASE WHEN d.n % 10 < 1 THEN 1 WHEN d.n % 10 < 2 THEN 2 WHEN d.n % 10 < 5 THEN 3 ELSE 4 END
CROSS JOIN LATERAL (SELECT (business_today() - 760 + (d.n * 37 % 700)::int) AS created) t;
INSERT INTO deal_line (deal_id, product_id, quantity, amount) SELECT d.id, r.id, 1, 1000
FROM d JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS k FROM product) r ON r.k = d.n % 60;
INSERT INTO deal_history (deal_id, changed_on, stage_id, expected_base_amount, expected_close_on, owner_id, unit_id)
SELECT id, created_on, stage_id, expected_base_amount, expected_close_on, owner_id, unit_id FROM deal;

SET session_replication_role = origin;
SELECT make_sale_months(business_today() - 760, business_today() + 31);
SELECT set_config('app.audit_batch', 'bench', false);
INSERT INTO sale (sold_on, order_no, customer_id, product_id, unit_id, owner_id, quantity, currency, amount, base_amount, base_cost)
SELECT business_today() - 740 + (g.n * 53 % 740)::int, 'SO-' || g.n / 3, c.id, r.id, u.id, p.id,
  CASE WHEN g.n % 40 = 0 THEN -1 ELSE 1 + g.n % 5 END, 'CNY', a, a, a * 0.6
FROM generate_series(1, ${COUNTS.sales}) g(n) JOIN c ON c.n = 1 + g.n * 11 % ${COUNTS.customers} JOIN p ON p.n = c.rep JOIN u ON u.n = (c.rep - 5) / 5 + 5
JOIN (SELECT id, row_number() OVER (ORDER BY name) - 1 AS k FROM product) r ON r.k = g.n % 60
CROSS JOIN LATERAL (SELECT CASE WHEN g.n % 40 = 0 THEN -100 ELSE 50 + g.n % 700 END AS a) x;
`;

type People = { admin: string; manager: string; rep: string };

/** Fills an empty, migrated database; ids of one person of each role. */
export async function fillWithMany(url: string): Promise<People> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of FILL.split(/;\n/).filter((text) => text.trim() !== ""))
      await client.query(statement);
    // As after an import.
    await client.query("SELECT fold_customer_sale(1000000)");
    await client.query("VACUUM ANALYZE");
    const { rows } = await client.query<{ id: string; n: number }>(
      `SELECT id, n FROM p WHERE n IN (0, 1, 5)`,
    );
    const person = (n: number) => rows.find((row) => row.n === n)?.id ?? "";
    return { admin: person(0), manager: person(1), rep: person(5) };
  } finally {
    await client.end();
  }
}
