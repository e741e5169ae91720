-- Nobody waits for a sum of a customer: whoever writes sales only notes whose sums no longer hold, and
-- these are counted from the lines until somebody has brought them up to date.

-- CreateTable
CREATE TABLE "customer_sale_stale" (
    "id" BIGSERIAL NOT NULL,
    "customer_id" UUID NOT NULL,
    CONSTRAINT "customer_sale_stale_pkey" PRIMARY KEY ("id")
);
SELECT secure_table('customer_sale_stale');
GRANT SELECT ON customer_sale_stale TO closeloop_app;
GRANT USAGE ON SEQUENCE customer_sale_stale_id_seq TO closeloop_system;
CREATE POLICY whole_read ON customer_sale_stale FOR SELECT TO closeloop_app USING ((SELECT app_sees_every_unit()));

DROP TRIGGER customer_sale_insert ON sale;
DROP TRIGGER customer_sale_update ON sale;
DROP TRIGGER customer_sale_delete ON sale;

SET LOCAL ROLE closeloop_system;
DROP FUNCTION keep_customer_sale_on_insert(), keep_customer_sale_on_update(), keep_customer_sale_on_delete();

-- The sums of every customer, as the lines the reader's snapshot sees have them. To be inlined, so that a
-- page in their order reads an index: no SET here.
CREATE FUNCTION customer_sales() RETURNS TABLE (customer_id uuid, lines int, sold_lines int, revenue numeric, orders int, last_on date)
LANGUAGE sql STABLE AS $$
  SELECT k.customer_id, k.lines, k.sold_lines, k.revenue, k.orders, k.last_on FROM public.customer_sale k
  WHERE k.customer_id <> ALL (ARRAY(SELECT x.customer_id FROM public.customer_sale_stale x))
  UNION ALL
  SELECT s.customer_id, count(*)::int, (count(*) FILTER (WHERE s.quantity > 0))::int, sum(s.base_amount),
    (count(DISTINCT s.order_no) FILTER (WHERE s.quantity > 0))::int, max(s.sold_on) FILTER (WHERE s.quantity > 0)
  FROM public.sale s WHERE s.customer_id = ANY (ARRAY(SELECT x.customer_id FROM public.customer_sale_stale x)) GROUP BY s.customer_id
$$;

-- Counts anew what has been noted. One at a time, each with a snapshot taken after the last one was done,
-- so that a newer sum is never replaced by an older one; who comes second leaves it to the first.
CREATE FUNCTION fold_customer_sale() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN RETURN; END IF;
  IF NOT pg_try_advisory_xact_lock(hashtext('closeloop customer sums')) THEN RETURN; END IF;
  WITH noted AS (DELETE FROM customer_sale_stale RETURNING customer_id),
  touched AS MATERIALIZED (SELECT DISTINCT customer_id FROM noted)
  INSERT INTO customer_sale AS k (customer_id, lines, sold_lines, revenue, orders, last_on)
    SELECT t.customer_id, count(s.id)::int, (count(*) FILTER (WHERE s.quantity > 0))::int, coalesce(sum(s.base_amount), 0),
      (count(DISTINCT s.order_no) FILTER (WHERE s.quantity > 0))::int, max(s.sold_on) FILTER (WHERE s.quantity > 0)
    FROM touched t LEFT JOIN sale s ON s.customer_id = t.customer_id GROUP BY t.customer_id
  ON CONFLICT (customer_id) DO UPDATE SET lines = excluded.lines, sold_lines = excluded.sold_lines, revenue = excluded.revenue,
    orders = excluded.orders, last_on = excluded.last_on;
END $$;

-- Now and then a writer of a few lines counts what it and others have left.
CREATE FUNCTION note_customer_sale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE noted bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO customer_sale_stale (customer_id) SELECT DISTINCT customer_id FROM new_rows WHERE customer_id IS NOT NULL;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO customer_sale_stale (customer_id) SELECT DISTINCT customer_id FROM old_rows WHERE customer_id IS NOT NULL;
  ELSE
    INSERT INTO customer_sale_stale (customer_id)
      SELECT customer_id FROM old_rows WHERE customer_id IS NOT NULL UNION SELECT customer_id FROM new_rows WHERE customer_id IS NOT NULL;
  END IF;
  GET DIAGNOSTICS noted = ROW_COUNT;
  IF noted BETWEEN 1 AND 50 AND (SELECT count(*) FROM (SELECT FROM customer_sale_stale LIMIT 200) x) = 200 THEN
    PERFORM fold_customer_sale();
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rebuild_sale_rollup() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM rebuild_sale_sums();
  DELETE FROM customer_sale_stale;
  DELETE FROM customer_sale;
  INSERT INTO customer_sale (customer_id, lines, sold_lines, revenue, orders, last_on) SELECT * FROM customer_sale_recount();
END $$;
CREATE OR REPLACE FUNCTION sale_rollup_differences() RETURNS TABLE (what text, day date, id uuid, kept numeric, counted numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT * FROM sale_sum_differences()
  UNION ALL
  SELECT 'customer_sale', coalesce(k.last_on, n.last_on), customer_id, k.revenue, n.revenue
  FROM (SELECT * FROM customer_sales() WHERE lines <> 0) k FULL JOIN customer_sale_recount() n USING (customer_id)
  WHERE (k.lines, k.sold_lines, k.revenue, k.orders, k.last_on) IS DISTINCT FROM (n.lines, n.sold_lines, n.revenue, n.orders, n.last_on)
$$;
RESET ROLE;
REVOKE EXECUTE ON FUNCTION fold_customer_sale() FROM PUBLIC;

CREATE TRIGGER customer_sale_insert AFTER INSERT ON sale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_sale();
CREATE TRIGGER customer_sale_update AFTER UPDATE ON sale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_sale();
CREATE TRIGGER customer_sale_delete AFTER DELETE ON sale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_customer_sale();
