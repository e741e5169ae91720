-- Folding, counting again and rebuilding go month by month: a month's sums fit into memory, and no plan
-- made for a few rows meets millions.
SET LOCAL ROLE closeloop_system;
DROP FUNCTION sale_rollup_differences();
DROP FUNCTION sale_rollup_recount();

CREATE FUNCTION sale_rollup_recount(f date, t date) RETURNS TABLE (level sale_rollup_level, day date, unit_id uuid, owner_id uuid, product_id uuid,
  lines int, quantity numeric, revenue numeric, costed_lines int, costed_revenue numeric, cost numeric)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT (CASE GROUPING(day, month, unit_id, owner_id, product_id)
      WHEN 15 THEN 'day' WHEN 11 THEN 'day_unit' WHEN 9 THEN 'day_rep' WHEN 14 THEN 'day_product' WHEN 19 THEN 'month_unit'
      WHEN 17 THEN 'month_rep' WHEN 22 THEN 'month_product' ELSE 'month_unit_product' END)::sale_rollup_level,
    coalesce(day, month), unit_id, owner_id, product_id, count(*)::int, sum(quantity), sum(base_amount), count(base_cost)::int,
    coalesce(sum(base_amount) FILTER (WHERE base_cost IS NOT NULL), 0), coalesce(sum(base_cost), 0)
  FROM (SELECT sold_on AS day, date_trunc('month', sold_on)::date AS month, unit_id, owner_id, product_id, quantity, base_amount, base_cost
    FROM sale WHERE sold_on >= f AND sold_on < t) c
  GROUP BY GROUPING SETS ((day), (day, unit_id), (day, unit_id, owner_id), (day, product_id),
    (month, unit_id), (month, unit_id, owner_id), (month, product_id), (month, unit_id, product_id))
$$;

-- The months that have lines, by their first day: from one to the next by index, whatever lies between.
CREATE FUNCTION sale_months() RETURNS SETOF date LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE found date := (SELECT min(sold_on) FROM sale);
BEGIN
  WHILE isfinite(found) LOOP
    RETURN NEXT date_trunc('month', found)::date;
    found := (SELECT min(sold_on) FROM sale WHERE sold_on >= (date_trunc('month', found) + interval '1 month')::date);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION fold_sale_rollup(f date, t date) RETURNS bigint LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE m date; part bigint; folded bigint := 0;
BEGIN
  FOR m IN SELECT DISTINCT day FROM sale_rollup WHERE level = 'month_unit' AND day >= date_trunc('month', f)::date AND day < t LOOP
    WITH spread AS (
      SELECT level, day, array_agg(id) AS ids FROM sale_rollup WHERE day >= m AND day < (m + interval '1 month')::date
      GROUP BY level, day, unit_id, owner_id, product_id HAVING count(*) > 1 OR sum(lines) = 0
    ), held AS (
      SELECT r.level, r.day, r.id FROM (SELECT level, day, unnest(ids) AS id FROM spread) s
        JOIN sale_rollup r ON r.level = s.level AND r.day = s.day AND r.id = s.id FOR UPDATE OF r SKIP LOCKED
    ), gone AS (
      DELETE FROM sale_rollup r USING held h WHERE r.level = h.level AND r.day = h.day AND r.id = h.id RETURNING r.*
    ), kept AS (
      INSERT INTO sale_rollup (level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost)
      SELECT level, day, unit_id, owner_id, product_id, sum(lines), sum(quantity), sum(revenue), sum(costed_lines), sum(costed_revenue), sum(cost)
      FROM gone GROUP BY 1, 2, 3, 4, 5
      HAVING sum(lines) <> 0 OR sum(quantity) <> 0 OR sum(revenue) <> 0 OR sum(costed_lines) <> 0 OR sum(costed_revenue) <> 0 OR sum(cost) <> 0
    ) SELECT count(*) INTO part FROM gone;
    folded := folded + part;
  END LOOP;
  RETURN folded;
END $$;

CREATE OR REPLACE FUNCTION rebuild_sale_rollup() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE m date;
BEGIN
  LOCK TABLE sale IN SHARE MODE;
  DELETE FROM sale_rollup;
  FOR m IN SELECT sale_months() LOOP
    INSERT INTO sale_rollup (level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost)
      SELECT * FROM sale_rollup_recount(m, (m + interval '1 month')::date);
  END LOOP;
  DELETE FROM customer_first_sale;
  INSERT INTO customer_first_sale (customer_id, sold_on, sale_id, unit_id, owner_id, product_id)
    SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
    FROM sale WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id;
  DELETE FROM sale_key;
  INSERT INTO sale_key (source, external_id, sale_id, sold_on)
    SELECT source, external_id, id, sold_on FROM sale WHERE source IS NOT NULL AND external_id IS NOT NULL;
END $$;

CREATE FUNCTION sale_rollup_differences() RETURNS TABLE (what text, day date, id uuid, kept numeric, counted numeric)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE m date;
BEGIN
  FOR m IN SELECT sale_months() UNION SELECT DISTINCT date_trunc('month', day)::date FROM sale_rollup ORDER BY 1 LOOP
    RETURN QUERY SELECT level::text, day, coalesce(owner_id, product_id, unit_id), sum(revenue) FILTER (WHERE NOT fresh), -sum(revenue) FILTER (WHERE fresh)
    FROM (SELECT false AS fresh, level, day, unit_id, owner_id, product_id, lines, quantity, revenue, costed_lines, costed_revenue, cost
        FROM sale_rollup WHERE day >= m AND day < (m + interval '1 month')::date
      UNION ALL SELECT true, level, day, unit_id, owner_id, product_id, -lines, -quantity, -revenue, -costed_lines, -costed_revenue, -cost
        FROM sale_rollup_recount(m, (m + interval '1 month')::date)) x
    GROUP BY level, day, unit_id, owner_id, product_id
    HAVING sum(lines) <> 0 OR sum(quantity) <> 0 OR sum(revenue) <> 0 OR sum(costed_lines) <> 0 OR sum(costed_revenue) <> 0 OR sum(cost) <> 0;
  END LOOP;
  RETURN QUERY SELECT 'customer_first_sale', coalesce(f.sold_on, n.sold_on), coalesce(f.customer_id, n.customer_id), NULL::numeric, NULL::numeric
    FROM customer_first_sale f FULL JOIN (SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
      FROM sale WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id) n USING (customer_id)
    WHERE (f.sold_on, f.sale_id, f.unit_id, f.owner_id, f.product_id) IS DISTINCT FROM (n.sold_on, n.id, n.unit_id, n.owner_id, n.product_id);
  RETURN QUERY SELECT 'sale_key', coalesce(k.sold_on, s.sold_on), coalesce(k.sale_id, s.id), NULL::numeric, NULL::numeric
    FROM sale_key k FULL JOIN (SELECT * FROM sale WHERE source IS NOT NULL AND external_id IS NOT NULL) s
      ON s.source = k.source AND s.external_id = k.external_id
    WHERE (k.sale_id, k.sold_on) IS DISTINCT FROM (s.id, s.sold_on);
END $$;
RESET ROLE;
REVOKE EXECUTE ON FUNCTION sale_rollup_recount(date, date), sale_months(), sale_rollup_differences() FROM PUBLIC;
