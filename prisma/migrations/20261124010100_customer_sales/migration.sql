-- The list of customers sorted by a figure of their sales, and sales in the order of their numbers, cost a
-- page and not all sales.

-- CreateTable
CREATE TABLE "customer_sale" (
    "customer_id" UUID NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "sold_lines" INTEGER NOT NULL DEFAULT 0,
    "revenue" DECIMAL(24,4) NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "last_on" DATE,
    CONSTRAINT "customer_sale_pkey" PRIMARY KEY ("customer_id")
);
CREATE INDEX "customer_sale_revenue_customer_id_idx" ON "customer_sale"("revenue", "customer_id");
CREATE INDEX "customer_sale_orders_customer_id_idx" ON "customer_sale"("orders", "customer_id");
CREATE INDEX "customer_sale_last_on_customer_id_idx" ON "customer_sale"("last_on", "customer_id");
CREATE INDEX "sale_order_no_id_idx" ON "sale"("order_no", "id");

-- Does the person see every sale? Admins do, and who leads all units there are.
CREATE FUNCTION app_sees_every_unit() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT app_sees_all() OR (app_user_id() IS NOT NULL AND cardinality(app_unit_ids()) > 0
    AND NOT EXISTS (SELECT FROM unit u WHERE u.id <> ALL (app_unit_ids())))
$$;

-- Sums over all sales of a customer are for those who see all of them.
SELECT secure_table('customer_sale');
GRANT SELECT ON customer_sale TO closeloop_app;
CREATE POLICY whole_read ON customer_sale FOR SELECT TO closeloop_app USING ((SELECT app_sees_every_unit()));

SET LOCAL ROLE closeloop_system;
-- Two writers of a customer's sales meet at its row: the later one waits, and then counts what the
-- earlier one has written. An order counts once, in however many lines and statements it comes.
DO $generate$
DECLARE
  op text;
  changes text;
  line text := 'customer_id, order_no, sold_on, quantity > 0 AS sold, base_amount';
BEGIN
  FOREACH op IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    changes := concat_ws(' UNION ALL ',
      CASE WHEN op <> 'delete' THEN 'SELECT 1 AS sign, ' || line || ' FROM new_rows' END,
      CASE WHEN op <> 'insert' THEN 'SELECT -1 AS sign, ' || line || ' FROM old_rows' END);
    EXECUTE format($f$
CREATE FUNCTION keep_customer_sale_on_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $body$
DECLARE touched uuid[];
BEGIN
  SELECT array_agg(customer_id ORDER BY customer_id) INTO touched FROM (
    SELECT DISTINCT customer_id FROM (%2$s) c WHERE customer_id IS NOT NULL
    GROUP BY customer_id, order_no, sold_on, sold HAVING sum(sign) <> 0 OR sum(sign * base_amount) <> 0) x;
  IF touched IS NULL THEN RETURN NULL; END IF;
  INSERT INTO customer_sale (customer_id) SELECT unnest(touched) ON CONFLICT (customer_id) DO NOTHING;
  PERFORM FROM customer_sale WHERE customer_id = ANY (touched) ORDER BY customer_id FOR NO KEY UPDATE;
  WITH by_order AS MATERIALIZED (
    SELECT customer_id, order_no, sum(sign)::int AS lines, sum(sign * base_amount) AS revenue,
      coalesce(sum(sign) FILTER (WHERE sold), 0)::int AS sold, max(sold_on) FILTER (WHERE sold) AS last_on
    FROM (%2$s) c WHERE customer_id = ANY (touched) GROUP BY customer_id, order_no
  ), by_customer AS MATERIALIZED (
    SELECT customer_id, sum(sold)::int AS sold FROM by_order GROUP BY customer_id
  ), counted AS (
    -- Lines of the order now: all of these where the customer had none before, none where it has none now.
    SELECT o.*, CASE WHEN o.sold = 0 OR t.sold_lines = 0 THEN o.sold WHEN t.sold_lines + b.sold = 0 THEN 0
      ELSE (SELECT count(*) FROM sale s WHERE s.order_no = o.order_no AND s.customer_id = o.customer_id AND s.quantity > 0)::int END AS now
    FROM by_order o JOIN by_customer b USING (customer_id) JOIN customer_sale t USING (customer_id)
  ), change AS (
    SELECT customer_id, sum(lines)::int AS lines, sum(sold)::int AS sold, sum(revenue) AS revenue, max(last_on) AS last_on,
      sum(CASE WHEN sold = 0 THEN 0 ELSE (now > 0)::int - (now - sold > 0)::int END)::int AS orders
    FROM counted GROUP BY customer_id
  ) UPDATE customer_sale t SET lines = t.lines + c.lines, sold_lines = t.sold_lines + c.sold, revenue = t.revenue + c.revenue,
      orders = t.orders + c.orders, last_on = %3$s
    FROM change c WHERE c.customer_id = t.customer_id;
  RETURN NULL;
END $body$ $f$, op, changes, CASE op WHEN 'insert' THEN 'greatest(t.last_on, c.last_on)'
      ELSE 'CASE WHEN t.sold_lines + c.sold > 0 THEN (SELECT max(s.sold_on) FROM sale s WHERE s.customer_id = t.customer_id AND s.quantity > 0) END' END);
  END LOOP;
END $generate$;

CREATE FUNCTION customer_sale_recount() RETURNS TABLE (customer_id uuid, lines int, sold_lines int, revenue numeric, orders int, last_on date)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT customer_id, count(*)::int, (count(*) FILTER (WHERE quantity > 0))::int, sum(base_amount),
    (count(DISTINCT order_no) FILTER (WHERE quantity > 0))::int, max(sold_on) FILTER (WHERE quantity > 0)
  FROM sale WHERE customer_id IS NOT NULL GROUP BY customer_id
$$;

-- What is kept of customers belongs to what is rebuilt and compared.
ALTER FUNCTION rebuild_sale_rollup() RENAME TO rebuild_sale_sums;
ALTER FUNCTION sale_rollup_differences() RENAME TO sale_sum_differences;
CREATE FUNCTION rebuild_sale_rollup() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM rebuild_sale_sums();
  DELETE FROM customer_sale;
  INSERT INTO customer_sale (customer_id, lines, sold_lines, revenue, orders, last_on) SELECT * FROM customer_sale_recount();
END $$;
CREATE FUNCTION sale_rollup_differences() RETURNS TABLE (what text, day date, id uuid, kept numeric, counted numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT * FROM sale_sum_differences()
  UNION ALL
  SELECT 'customer_sale', coalesce(k.last_on, n.last_on), customer_id, k.revenue, n.revenue
  FROM (SELECT * FROM customer_sale WHERE lines <> 0 OR sold_lines <> 0 OR revenue <> 0 OR orders <> 0 OR last_on IS NOT NULL) k
    FULL JOIN customer_sale_recount() n USING (customer_id)
  WHERE (k.lines, k.sold_lines, k.revenue, k.orders, k.last_on) IS DISTINCT FROM (n.lines, n.sold_lines, n.revenue, n.orders, n.last_on)
$$;
INSERT INTO customer_sale (customer_id, lines, sold_lines, revenue, orders, last_on) SELECT * FROM customer_sale_recount();
RESET ROLE;
REVOKE EXECUTE ON FUNCTION customer_sale_recount(), rebuild_sale_rollup(), sale_rollup_differences() FROM PUBLIC;

CREATE TRIGGER customer_sale_insert AFTER INSERT ON sale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_sale_on_insert();
CREATE TRIGGER customer_sale_update AFTER UPDATE ON sale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_sale_on_update();
CREATE TRIGGER customer_sale_delete AFTER DELETE ON sale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_sale_on_delete();
