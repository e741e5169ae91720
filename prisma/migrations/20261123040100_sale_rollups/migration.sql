-- Sums of sale lines kept inside the writing transaction, so that a figure costs what it shows and not
-- what is stored. A group of lines is the sum of all its rows here: a writer adds to a row that nobody
-- else holds, or else appends one, and so never waits for another.
--
-- level               one sum for each
-- day                 day
-- day_unit            day, unit
-- day_rep             day, unit, owner
-- day_product         day, product
-- month_unit          month, unit
-- month_rep           month, unit, owner
-- month_product       month, product
-- month_unit_product  month, unit, product
-- "day" of a month is its first.

-- CreateEnum
CREATE TYPE "sale_rollup_level" AS ENUM ('day', 'day_unit', 'day_rep', 'day_product', 'month_unit', 'month_rep', 'month_product', 'month_unit_product');

-- CreateTable
CREATE TABLE "sale_rollup" (
    "level" "sale_rollup_level" NOT NULL,
    "day" DATE NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "unit_id" UUID,
    "owner_id" UUID,
    "product_id" UUID,
    "lines" INTEGER NOT NULL,
    "quantity" DECIMAL(20,3) NOT NULL,
    "revenue" DECIMAL(24,4) NOT NULL,
    "costed_lines" INTEGER NOT NULL,
    "costed_revenue" DECIMAL(24,4) NOT NULL,
    "cost" DECIMAL(24,4) NOT NULL,

    CONSTRAINT "sale_rollup_pkey" PRIMARY KEY ("level","day","id")
) PARTITION BY LIST ("level");

DO $$
DECLARE l text;
BEGIN
  FOREACH l IN ARRAY enum_range(NULL::sale_rollup_level)::text[] LOOP
    -- Room on each page to add to a row in place.
    EXECUTE format('CREATE TABLE %I PARTITION OF sale_rollup FOR VALUES IN (%L) WITH (fillfactor = 80)', 'sale_rollup_' || l, l);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO closeloop_system', 'sale_rollup_' || l);
  END LOOP;
END $$;
CREATE INDEX sale_rollup_day_unit_unit ON sale_rollup_day_unit (unit_id, day);
CREATE INDEX sale_rollup_day_rep_unit ON sale_rollup_day_rep (unit_id, day);
CREATE INDEX sale_rollup_day_rep_owner ON sale_rollup_day_rep (owner_id, day);
CREATE INDEX sale_rollup_month_rep_unit ON sale_rollup_month_rep (unit_id, day);
CREATE INDEX sale_rollup_month_unit_product_unit ON sale_rollup_month_unit_product (unit_id, day, product_id);

-- Who sees the lines sees their sum, and nobody sees a sum with a line in it that they may not see:
-- sums over all units are the admin's, sums of a unit those of its managers today. What a person sees of
-- other units (own lines, the past of a unit that has left) is in the sums by rep and day.
SELECT secure_table('sale_rollup');
GRANT SELECT ON sale_rollup TO closeloop_app;
GRANT USAGE ON SEQUENCE sale_rollup_id_seq TO closeloop_system;
CREATE POLICY visible_read ON sale_rollup FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (level = 'day_rep' AND (owner_id = (SELECT app_user_id())
    OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, day)))));

SET LOCAL ROLE closeloop_system;
-- The functions of the three triggers differ in which lines they add and which they take away.
DO $generate$
DECLARE
  changes text;
  op text;
  l record;
  add_up text := '';
  levels text := $q$ VALUES
    ('day', 'd.day', false, false, false), ('day_unit', 'd.day', true, false, false),
    ('day_rep', 'd.day', true, true, false), ('day_product', 'd.day', false, false, true),
    ('month_unit', 'd.month', true, false, false), ('month_rep', 'd.month', true, true, false),
    ('month_product', 'd.month', false, false, true), ('month_unit_product', 'd.month', true, false, true) $q$;
  sums text := 'sum(sign)::int AS lines, sum(sign * quantity) AS quantity, sum(sign * base_amount) AS revenue,
    coalesce(sum(sign) FILTER (WHERE base_cost IS NOT NULL), 0)::int AS costed_lines,
    coalesce(sum(sign * base_amount) FILTER (WHERE base_cost IS NOT NULL), 0) AS costed_revenue,
    coalesce(sum(sign * base_cost), 0) AS cost';
  any_sum text := 'sum(sign) <> 0 OR sum(sign * quantity) <> 0 OR sum(sign * base_amount) <> 0
    OR coalesce(sum(sign) FILTER (WHERE base_cost IS NOT NULL), 0) <> 0
    OR coalesce(sum(sign * base_amount) FILTER (WHERE base_cost IS NOT NULL), 0) <> 0 OR coalesce(sum(sign * base_cost), 0) <> 0';
  grouping text := $q$(CASE GROUPING(day, month, unit_id, owner_id, product_id)
      WHEN 15 THEN 'day' WHEN 11 THEN 'day_unit' WHEN 9 THEN 'day_rep' WHEN 14 THEN 'day_product' WHEN 19 THEN 'month_unit'
      WHEN 17 THEN 'month_rep' WHEN 22 THEN 'month_product' ELSE 'month_unit_product' END)::sale_rollup_level AS level,
    coalesce(day, month) AS day, unit_id, owner_id, product_id$q$;
  sets text := 'GROUPING SETS ((day), (day, unit_id), (day, unit_id, owner_id), (day, product_id),
    (month, unit_id), (month, unit_id, owner_id), (month, product_id), (month, unit_id, product_id))';
  line text := 'sold_on AS day, date_trunc(''month'', sold_on)::date AS month, unit_id, owner_id, product_id, quantity, base_amount, base_cost';
BEGIN
  -- A few lines: add to each of their sums in place where a row is free.
  FOR l IN EXECUTE format('SELECT * FROM (%s) v(level, day, unit, owner, product)', levels) LOOP
    add_up := add_up || format($q$
      UPDATE sale_rollup_%1$s r SET lines = r.lines + d.lines, quantity = r.quantity + d.quantity, revenue = r.revenue + d.revenue,
          costed_lines = r.costed_lines + d.costed_lines, costed_revenue = r.costed_revenue + d.costed_revenue, cost = r.cost + d.cost
        WHERE r.level = %1$L AND r.day = %2$s AND r.id = (SELECT s.id FROM sale_rollup_%1$s s
          WHERE s.level = %1$L AND s.day = %2$s %3$s LIMIT 1 FOR UPDATE SKIP LOCKED);
      IF NOT FOUND THEN
        INSERT INTO sale_rollup_%1$s (level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost)
          VALUES (%1$L, %2$s, %4$s, %5$s, %6$s, d.lines, d.quantity, d.revenue, d.costed_lines, d.costed_revenue, d.cost);
      END IF;$q$, l.level, l.day,
      CASE WHEN l.unit THEN 'AND s.unit_id = d.unit_id ' ELSE '' END || CASE WHEN l.owner THEN 'AND s.owner_id IS NOT DISTINCT FROM d.owner_id ' ELSE '' END
        || CASE WHEN l.product THEN 'AND s.product_id IS NOT DISTINCT FROM d.product_id' ELSE '' END,
      CASE WHEN l.unit THEN 'd.unit_id' ELSE 'NULL' END, CASE WHEN l.owner THEN 'd.owner_id' ELSE 'NULL' END,
      CASE WHEN l.product THEN 'd.product_id' ELSE 'NULL' END);
  END LOOP;

  FOREACH op IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    changes := concat_ws(' UNION ALL ',
      CASE WHEN op <> 'delete' THEN 'SELECT 1 AS sign, ' || line || ' FROM new_rows' END,
      CASE WHEN op <> 'insert' THEN 'SELECT -1 AS sign, ' || line || ' FROM old_rows' END);
    EXECUTE format($f$
CREATE FUNCTION keep_sale_rollup_on_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
DECLARE d record;
BEGIN
  IF (SELECT count(*) FROM (SELECT FROM %2$s LIMIT 51) few) <= 50 THEN
    FOR d IN SELECT day, month, unit_id, owner_id, product_id, %4$s FROM (%3$s) c
      GROUP BY day, month, unit_id, owner_id, product_id HAVING %5$s
    LOOP %6$s
    END LOOP;
  ELSE
    INSERT INTO sale_rollup (level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost)
      SELECT %7$s, %4$s FROM (%3$s) c GROUP BY %8$s HAVING %5$s;
  END IF;
  RETURN NULL;
END $body$ $f$, op, CASE op WHEN 'delete' THEN 'old_rows' ELSE 'new_rows' END, changes, sums, any_sum, add_up, grouping, sets);
  END LOOP;

  -- The same sums, counted again from the lines.
  EXECUTE format($f$
CREATE FUNCTION sale_rollup_recount() RETURNS TABLE (level sale_rollup_level, day date, unit_id uuid, owner_id uuid, product_id uuid,
  lines int, quantity numeric, revenue numeric, costed_lines int, costed_revenue numeric, cost numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $body$
  SELECT %s, %s FROM (SELECT 1 AS sign, %s FROM sale) c GROUP BY %s
$body$ $f$, grouping, sums, line, sets);
END $generate$;

-- Rows of the same sum become one, and sums of nothing go: after bulk writes, which append. Rows that
-- somebody is adding to stay for the next time.
CREATE FUNCTION fold_sale_rollup(f date, t date) RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE folded bigint;
BEGIN
  WITH spread AS (
    SELECT level, day, unit_id, owner_id, product_id FROM sale_rollup WHERE day >= date_trunc('month', f)::date AND day < t
    GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1 OR sum(lines) = 0
  ), held AS (
    SELECT r.level, r.day, r.id FROM sale_rollup r JOIN spread s ON s.level = r.level AND s.day = r.day
      AND coalesce(s.unit_id, '00000000-0000-0000-0000-000000000000') = coalesce(r.unit_id, '00000000-0000-0000-0000-000000000000')
      AND coalesce(s.owner_id, '00000000-0000-0000-0000-000000000000') = coalesce(r.owner_id, '00000000-0000-0000-0000-000000000000')
      AND coalesce(s.product_id, '00000000-0000-0000-0000-000000000000') = coalesce(r.product_id, '00000000-0000-0000-0000-000000000000')
    FOR UPDATE OF r SKIP LOCKED
  ), gone AS (
    DELETE FROM sale_rollup r USING held h WHERE r.level = h.level AND r.day = h.day AND r.id = h.id RETURNING r.*
  ), kept AS (
    INSERT INTO sale_rollup (level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost)
    SELECT level, day, unit_id, owner_id, product_id, sum(lines), sum(quantity), sum(revenue), sum(costed_lines), sum(costed_revenue), sum(cost)
    FROM gone GROUP BY 1, 2, 3, 4, 5
    HAVING sum(lines) <> 0 OR sum(quantity) <> 0 OR sum(revenue) <> 0 OR sum(costed_lines) <> 0 OR sum(costed_revenue) <> 0 OR sum(cost) <> 0
  ) SELECT count(*) INTO folded FROM gone;
  RETURN folded;
END $$;

-- Everything that is kept from sale lines, made anew. Writers of sales wait meanwhile, readers do not.
CREATE FUNCTION rebuild_sale_rollup() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  LOCK TABLE sale IN SHARE MODE;
  DELETE FROM sale_rollup;
  INSERT INTO sale_rollup (level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost)
    SELECT * FROM sale_rollup_recount();
  DELETE FROM customer_first_sale;
  INSERT INTO customer_first_sale (customer_id, sold_on, sale_id, unit_id, owner_id, product_id)
    SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
    FROM sale WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id;
  DELETE FROM sale_key;
  INSERT INTO sale_key (source, external_id, sale_id, sold_on)
    SELECT source, external_id, id, sold_on FROM sale WHERE source IS NOT NULL AND external_id IS NOT NULL;
END $$;

-- Where what is kept differs from a recount, in one snapshot: nothing, or something is wrong.
CREATE FUNCTION sale_rollup_differences() RETURNS TABLE (what text, day date, id uuid, kept numeric, counted numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT level::text, day, coalesce(owner_id, product_id, unit_id), sum(revenue) FILTER (WHERE NOT fresh), sum(revenue) FILTER (WHERE fresh)
  FROM (SELECT false AS fresh, level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost FROM sale_rollup
    UNION ALL SELECT true, level, day, unit_id, owner_id, product_id, -lines, -quantity, -revenue, -costed_lines, -costed_revenue, -cost FROM sale_rollup_recount()) x
  GROUP BY level, day, unit_id, owner_id, product_id
  HAVING sum(lines) <> 0 OR sum(quantity) <> 0 OR sum(revenue) <> 0 OR sum(costed_lines) <> 0 OR sum(costed_revenue) <> 0 OR sum(cost) <> 0
  UNION ALL
  SELECT 'customer_first_sale', coalesce(f.sold_on, n.sold_on), coalesce(f.customer_id, n.customer_id), NULL, NULL
  FROM customer_first_sale f FULL JOIN (SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
    FROM sale WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id) n USING (customer_id)
  WHERE (f.sold_on, f.sale_id, f.unit_id, f.owner_id, f.product_id) IS DISTINCT FROM (n.sold_on, n.id, n.unit_id, n.owner_id, n.product_id)
  UNION ALL
  SELECT 'sale_key', coalesce(k.sold_on, s.sold_on), coalesce(k.sale_id, s.id), NULL, NULL
  FROM sale_key k FULL JOIN (SELECT * FROM sale WHERE source IS NOT NULL AND external_id IS NOT NULL) s
    ON s.source = k.source AND s.external_id = k.external_id
  WHERE (k.sale_id, k.sold_on) IS DISTINCT FROM (s.id, s.sold_on)
$$;
RESET ROLE;

REVOKE EXECUTE ON FUNCTION fold_sale_rollup(date, date), rebuild_sale_rollup(), sale_rollup_recount(), sale_rollup_differences() FROM PUBLIC;

CREATE TRIGGER rollup_insert AFTER INSERT ON sale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_sale_rollup_on_insert();
CREATE TRIGGER rollup_update AFTER UPDATE ON sale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_sale_rollup_on_update();
CREATE TRIGGER rollup_delete AFTER DELETE ON sale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_sale_rollup_on_delete();

SET LOCAL ROLE closeloop_system;
SELECT rebuild_sale_rollup();
RESET ROLE;
