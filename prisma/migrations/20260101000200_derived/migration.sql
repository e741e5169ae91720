-- Rows that follow from other rows, kept inside the writing transaction.

-- The business date of this moment in the organisation's time zone.
CREATE FUNCTION business_today() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT (now() AT TIME ZONE coalesce((SELECT time_zone FROM organisation WHERE id = 1), 'UTC'))::date $$;
ALTER FUNCTION business_today() OWNER TO closeloop_system;

-- The tree of units as it follows from its edges, each unit with itself at depth 0. A cycle shows as a
-- unit above itself; it ends the walk there.
CREATE FUNCTION unit_closure() RETURNS TABLE (unit_id uuid, ancestor_id uuid, depth int, valid_from date, valid_to date)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH RECURSIVE up AS (
    SELECT u.id AS unit_id, u.id AS ancestor_id, 0 AS depth, '1900-01-01'::date AS f, '9999-12-31'::date AS t FROM unit u
    UNION ALL
    SELECT up.unit_id, e.parent_id, up.depth + 1, greatest(up.f, e.valid_from), least(up.t, e.valid_to)
    FROM up JOIN unit_edge e ON e.unit_id = up.ancestor_id AND e.valid_from < up.t AND e.valid_to > up.f
    WHERE up.depth < 20 AND (up.depth = 0 OR up.unit_id <> up.ancestor_id)
  )
  SELECT up.unit_id, up.ancestor_id, up.depth, up.f, up.t FROM up
$$;
ALTER FUNCTION unit_closure() OWNER TO closeloop_system;

-- The closure as a table, rewritten with every change of the tree.
CREATE FUNCTION refresh_unit_ancestor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  LOCK TABLE unit_ancestor IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM unit_closure() c WHERE c.depth > 0 AND c.unit_id = c.ancestor_id) THEN
    RAISE EXCEPTION 'unit_cycle' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM unit_ancestor;
  INSERT INTO unit_ancestor (unit_id, ancestor_id, depth, valid_from, valid_to) SELECT * FROM unit_closure();
  RETURN NULL;
END $$;
ALTER FUNCTION refresh_unit_ancestor() OWNER TO closeloop_system;
CREATE TRIGGER refresh_ancestors AFTER INSERT OR UPDATE OR DELETE ON unit_edge FOR EACH STATEMENT EXECUTE FUNCTION refresh_unit_ancestor();
CREATE TRIGGER refresh_ancestors AFTER INSERT ON unit FOR EACH STATEMENT EXECUTE FUNCTION refresh_unit_ancestor();

-- What a deal was at each time. A row that arrives already closed is dated by its own dates.
CREATE FUNCTION record_deal_history() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  today date := business_today();
  actor uuid := app_user_id();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO deal_history (deal_id, changed_on, stage_id, expected_base_amount, expected_close_on, owner_id, unit_id, changed_by_id)
      SELECT id, coalesce(closed_on, engaged_on, created_on, today), stage_id, expected_base_amount, expected_close_on, owner_id, unit_id, actor
      FROM new_rows;
  ELSE
    INSERT INTO deal_history (deal_id, changed_on, stage_id, expected_base_amount, expected_close_on, owner_id, unit_id, changed_by_id)
      SELECT n.id, CASE WHEN n.closed_on IS DISTINCT FROM o.closed_on THEN coalesce(n.closed_on, today) ELSE today END,
        n.stage_id, n.expected_base_amount, n.expected_close_on, n.owner_id, n.unit_id, actor
      FROM old_rows o JOIN new_rows n USING (id)
      WHERE (o.stage_id, o.expected_base_amount, o.expected_close_on, o.owner_id, o.unit_id)
        IS DISTINCT FROM (n.stage_id, n.expected_base_amount, n.expected_close_on, n.owner_id, n.unit_id);
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION record_deal_history() OWNER TO closeloop_system;
CREATE TRIGGER history_insert AFTER INSERT ON deal REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_deal_history();
CREATE TRIGGER history_update AFTER UPDATE ON deal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION record_deal_history();

-- Every value a target ever had.
CREATE FUNCTION record_target_revision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO target_revision (target_id, version, floor, target, stretch, status, reason, changed_by_id)
    VALUES (NEW.id, NEW.version, NEW.floor, NEW.target, NEW.stretch, NEW.status,
      nullif(current_setting('app.reason', true), ''), app_user_id());
  RETURN NULL;
END $$;
ALTER FUNCTION record_target_revision() OWNER TO closeloop_system;
CREATE TRIGGER record_revision AFTER INSERT OR UPDATE ON target FOR EACH ROW EXECUTE FUNCTION record_target_revision();

-- The first positive line of each customer.
CREATE FUNCTION first_sales_of(customers uuid[]) RETURNS SETOF customer_first_sale LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
  FROM sale WHERE customer_id = ANY (customers) AND quantity > 0
  ORDER BY customer_id, sold_on, id
$$;
CREATE FUNCTION keep_customer_first_sale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Two writers of a new customer meet here: the later one waits and the earlier sale wins.
    INSERT INTO customer_first_sale AS f (customer_id, sold_on, sale_id, unit_id, owner_id, product_id)
      SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
      FROM new_rows WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id
    ON CONFLICT (customer_id) DO UPDATE SET sold_on = excluded.sold_on, sale_id = excluded.sale_id,
      unit_id = excluded.unit_id, owner_id = excluded.owner_id, product_id = excluded.product_id
    WHERE (excluded.sold_on, excluded.sale_id) < (f.sold_on, f.sale_id);
    RETURN NULL;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(DISTINCT c) INTO touched FROM (
      SELECT unnest(ARRAY[o.customer_id, n.customer_id]) AS c FROM old_rows o JOIN new_rows n USING (id)
      WHERE (o.customer_id, o.sold_on, o.unit_id, o.owner_id, o.product_id, o.quantity)
        IS DISTINCT FROM (n.customer_id, n.sold_on, n.unit_id, n.owner_id, n.product_id, n.quantity)) x WHERE c IS NOT NULL;
  ELSE
    SELECT array_agg(DISTINCT customer_id) INTO touched FROM old_rows WHERE customer_id IS NOT NULL;
  END IF;
  IF touched IS NULL THEN RETURN NULL; END IF;
  DELETE FROM customer_first_sale WHERE customer_id = ANY (touched);
  INSERT INTO customer_first_sale (customer_id, sold_on, sale_id, unit_id, owner_id, product_id)
    SELECT customer_id, sold_on, sale_id, unit_id, owner_id, product_id FROM first_sales_of(touched);
  RETURN NULL;
END $$;
ALTER FUNCTION keep_customer_first_sale() OWNER TO closeloop_system;
CREATE TRIGGER first_sale_insert AFTER INSERT ON sale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_first_sale();
CREATE TRIGGER first_sale_update AFTER UPDATE ON sale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_first_sale();
CREATE TRIGGER first_sale_delete AFTER DELETE ON sale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_first_sale();
