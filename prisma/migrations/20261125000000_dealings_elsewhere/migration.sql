-- Which customers a person knows only by a deal or sale is kept as the sums of customers are: whoever writes
-- notes the customer, and noted customers are read from their deals and sales until they are counted anew.

-- CreateTable
CREATE TABLE "customer_elsewhere" (
    "id" BIGSERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "owner_id" UUID,
    CONSTRAINT "customer_elsewhere_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "customer_elsewhere_customer_id_idx" ON "customer_elsewhere"("customer_id");
CREATE INDEX "customer_elsewhere_unit_id_customer_id_idx" ON "customer_elsewhere"("unit_id", "customer_id");
CREATE INDEX "customer_elsewhere_owner_id_customer_id_idx" ON "customer_elsewhere"("owner_id", "customer_id");
CREATE INDEX "customer_sale_stale_customer_id_idx" ON "customer_sale_stale"("customer_id");
SELECT secure_table('customer_elsewhere');
GRANT USAGE ON SEQUENCE customer_elsewhere_id_seq TO closeloop_system;

SET LOCAL ROLE closeloop_system;
-- Units and people other than the customer's own in which deals or sales of the customers lie.
CREATE FUNCTION customer_elsewhere_recount() RETURNS TABLE (customer_id uuid, unit_id uuid, owner_id uuid)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.id, d.unit_id, d.owner_id FROM customer c JOIN deal d ON d.customer_id = c.id
    WHERE (d.unit_id, d.owner_id) IS DISTINCT FROM (c.unit_id, c.owner_id)
  UNION
  SELECT c.id, s.unit_id, s.owner_id FROM customer c JOIN sale s ON s.customer_id = c.id
    WHERE (s.unit_id, s.owner_id) IS DISTINCT FROM (c.unit_id, c.owner_id)
$$;

-- Counts anew at most so many of the longest noted, all from one snapshot: a change it does not see has left
-- a note it does not see. Says how many those were. One at a time, so that nobody waits; a long import leaves
-- very many, and nobody waits for all of them.
DROP FUNCTION fold_customer_sale();
CREATE FUNCTION fold_customer_sale(most int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE counted int;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN RETURN 0; END IF;
  IF NOT pg_try_advisory_xact_lock(hashtext('closeloop customer sums')) THEN RETURN 0; END IF;
  WITH touched AS MATERIALIZED (SELECT x.customer_id FROM customer_sale_stale x GROUP BY x.customer_id ORDER BY min(x.id) LIMIT most),
  noted AS (DELETE FROM customer_sale_stale n USING touched t WHERE n.customer_id = t.customer_id),
  gone AS (DELETE FROM customer_elsewhere k USING touched t WHERE k.customer_id = t.customer_id),
  elsewhere AS (INSERT INTO customer_elsewhere (customer_id, unit_id, owner_id)
    SELECT c.id, d.unit_id, d.owner_id FROM touched t JOIN customer c ON c.id = t.customer_id JOIN deal d ON d.customer_id = c.id
      WHERE (d.unit_id, d.owner_id) IS DISTINCT FROM (c.unit_id, c.owner_id)
    UNION
    SELECT c.id, s.unit_id, s.owner_id FROM touched t JOIN customer c ON c.id = t.customer_id JOIN sale s ON s.customer_id = c.id
      WHERE (s.unit_id, s.owner_id) IS DISTINCT FROM (c.unit_id, c.owner_id))
  INSERT INTO customer_sale AS k (customer_id, lines, sold_lines, revenue, orders, last_on)
    SELECT t.customer_id, count(s.id)::int, (count(*) FILTER (WHERE s.quantity > 0))::int, coalesce(sum(s.base_amount), 0),
      (count(DISTINCT s.order_no) FILTER (WHERE s.quantity > 0))::int, max(s.sold_on) FILTER (WHERE s.quantity > 0)
    FROM touched t LEFT JOIN sale s ON s.customer_id = t.customer_id GROUP BY t.customer_id
  ON CONFLICT (customer_id) DO UPDATE SET lines = excluded.lines, sold_lines = excluded.sold_lines, revenue = excluded.revenue,
    orders = excluded.orders, last_on = excluded.last_on;
  GET DIAGNOSTICS counted = ROW_COUNT;
  RETURN counted;
END $$;
CREATE OR REPLACE FUNCTION rebuild_sale_rollup() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM rebuild_sale_sums();
  DELETE FROM customer_sale_stale;
  DELETE FROM customer_sale;
  DELETE FROM customer_elsewhere;
  INSERT INTO customer_sale (customer_id, lines, sold_lines, revenue, orders, last_on) SELECT * FROM customer_sale_recount();
  INSERT INTO customer_elsewhere (customer_id, unit_id, owner_id) SELECT * FROM customer_elsewhere_recount();
END $$;
CREATE OR REPLACE FUNCTION sale_rollup_differences() RETURNS TABLE (what text, day date, id uuid, kept numeric, counted numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT * FROM sale_sum_differences()
  UNION ALL
  SELECT 'customer_sale', coalesce(k.last_on, n.last_on), customer_id, k.revenue, n.revenue
  FROM (SELECT * FROM customer_sales() WHERE lines <> 0) k FULL JOIN customer_sale_recount() n USING (customer_id)
  WHERE (k.lines, k.sold_lines, k.revenue, k.orders, k.last_on) IS DISTINCT FROM (n.lines, n.sold_lines, n.revenue, n.orders, n.last_on)
  UNION ALL
  SELECT 'customer_elsewhere', NULL, x.customer_id, sum(x.kept), sum(1 - x.kept) FROM (
    (SELECT k.customer_id, k.unit_id, k.owner_id, 1 AS kept FROM customer_elsewhere k EXCEPT ALL SELECT r.*, 1 FROM customer_elsewhere_recount() r)
    UNION ALL
    (SELECT r.*, 0 FROM customer_elsewhere_recount() r EXCEPT ALL SELECT k.customer_id, k.unit_id, k.owner_id, 0 FROM customer_elsewhere k)
  ) x WHERE x.customer_id <> ALL (ARRAY(SELECT n.customer_id FROM customer_sale_stale n)) GROUP BY x.customer_id
$$;

-- Deals, and customers that change hands, leave notes too. Now and then a writer of a few counts some of what was left.
CREATE FUNCTION note_customers(noted uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO customer_sale_stale (customer_id) SELECT DISTINCT x FROM unnest(noted) x WHERE x IS NOT NULL;
  IF cardinality(noted) BETWEEN 1 AND 50 AND (SELECT count(*) FROM (SELECT FROM customer_sale_stale LIMIT 200) x) = 200 THEN
    PERFORM fold_customer_sale(250);
  END IF;
END $$;
CREATE OR REPLACE FUNCTION note_customer_sale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM note_customers(ARRAY(SELECT DISTINCT customer_id FROM new_rows WHERE customer_id IS NOT NULL));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM note_customers(ARRAY(SELECT DISTINCT customer_id FROM old_rows WHERE customer_id IS NOT NULL));
  ELSE
    PERFORM note_customers(ARRAY(SELECT customer_id FROM old_rows WHERE customer_id IS NOT NULL
      UNION SELECT customer_id FROM new_rows WHERE customer_id IS NOT NULL));
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION note_customer_of_deal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM note_customers(ARRAY(SELECT DISTINCT customer_id FROM new_rows));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM note_customers(ARRAY(SELECT DISTINCT customer_id FROM old_rows));
  ELSE
    PERFORM note_customers(ARRAY(SELECT x FROM old_rows o JOIN new_rows n ON n.id = o.id
        CROSS JOIN LATERAL unnest(ARRAY[o.customer_id, n.customer_id]) x
      WHERE (o.customer_id, o.unit_id, o.owner_id) IS DISTINCT FROM (n.customer_id, n.unit_id, n.owner_id)));
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION note_customer_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_customers(ARRAY(SELECT n.id FROM old_rows o JOIN new_rows n ON n.id = o.id
    WHERE (o.unit_id, o.owner_id) IS DISTINCT FROM (n.unit_id, n.owner_id)));
  RETURN NULL;
END $$;

-- Found by what is kept, so that a page costs what its reader knows from elsewhere, not what was ever sold.
CREATE OR REPLACE FUNCTION app_customers_met() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 1000 AS $$
DECLARE
  me uuid := app_user_id();
  units uuid[] := app_unit_ids();
  past uuid[] := app_past_unit_ids();
  noted uuid[] := ARRAY(SELECT DISTINCT x.customer_id FROM customer_sale_stale x);
BEGIN
  IF me IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT c.id FROM (
      SELECT k.customer_id FROM customer_elsewhere k WHERE (k.owner_id = me OR k.unit_id = ANY (units))
        AND NOT EXISTS (SELECT FROM customer_sale_stale n WHERE n.customer_id = k.customer_id)
      UNION SELECT d.customer_id FROM deal d WHERE d.customer_id = ANY (noted) AND (d.owner_id = me OR d.unit_id = ANY (units))
      UNION SELECT s.customer_id FROM sale s WHERE s.customer_id = ANY (noted) AND (s.owner_id = me OR s.unit_id = ANY (units))
      UNION SELECT d.customer_id FROM deal d WHERE d.id = ANY (app_shared_deal_ids())
    ) m JOIN customer c ON c.id = m.customer_id
    WHERE (c.owner_id = me OR c.unit_id = ANY (units)) IS NOT TRUE;
  IF past = '{}' THEN RETURN; END IF;
  RETURN QUERY SELECT d.customer_id FROM deal d WHERE d.unit_id = ANY (past) AND app_was_below_me(d.unit_id, d.closed_on)
    UNION SELECT s.customer_id FROM sale s WHERE s.unit_id = ANY (past) AND app_was_below_me(s.unit_id, s.sold_on);
END $$;
DROP FUNCTION app_meet_customers();
-- What there is already is counted at once.
INSERT INTO customer_elsewhere (customer_id, unit_id, owner_id) SELECT * FROM customer_elsewhere_recount();
RESET ROLE;
REVOKE EXECUTE ON FUNCTION fold_customer_sale(int), note_customers(uuid[]), note_customer_of_deal(), note_customer_moved(), customer_elsewhere_recount() FROM PUBLIC;

CREATE TRIGGER customer_insert AFTER INSERT ON deal REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_of_deal();
CREATE TRIGGER customer_update AFTER UPDATE ON deal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_of_deal();
CREATE TRIGGER customer_delete AFTER DELETE ON deal REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_of_deal();
CREATE TRIGGER moved AFTER UPDATE ON customer REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_moved();
