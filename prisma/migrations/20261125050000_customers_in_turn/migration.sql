-- Customers are counted anew some at a time: a long import leaves very many, and nobody waits for all of them.
SET LOCAL ROLE closeloop_system;
DROP FUNCTION fold_customer_sale();
-- Counts at most so many of the longest noted; says how many those were. One at a time, as before.
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

-- Now and then a writer of a few lines counts some of what it and others have left.
CREATE OR REPLACE FUNCTION note_customers(noted uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
RESET ROLE;
REVOKE EXECUTE ON FUNCTION fold_customer_sale(int) FROM PUBLIC;
CREATE INDEX "customer_sale_stale_customer_id_idx" ON "customer_sale_stale"("customer_id");
