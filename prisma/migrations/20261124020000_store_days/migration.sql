-- What a store sold on a day, entered as one number for each product: lines of the store and of nobody
-- in particular, under the source 'store-day'. The whole store keeps them together, which row security
-- of single lines does not know; so the functions here ask who calls and do just this.
SET LOCAL ROLE closeloop_system;

-- Admins, managers above the store, and who belongs to it today.
CREATE FUNCTION app_keeps_days(unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM unit u WHERE u.id = $1 AND u.type = 'store' AND u.active)
    AND (app_sees_all() OR $1 = ANY (app_unit_ids()) OR EXISTS (SELECT FROM assignment a WHERE a.user_id = app_user_id()
      AND a.unit_id = $1 AND a.kind = 'member' AND business_today() >= a.valid_from AND business_today() < a.valid_to))
$$;

-- Nothing for strangers.
CREATE FUNCTION kept_days(unit uuid, f date, t date) RETURNS TABLE (product_id uuid, day date, quantity numeric, amount numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.product_id, s.sold_on, s.quantity, s.amount FROM sale s
  WHERE app_keeps_days($1) AND s.unit_id = $1 AND s.sold_on >= f AND s.sold_on < t AND s.source = 'store-day'
$$;

-- The products a store's grid begins with: what is entered in [f, t), then what the store sold most in
-- the three months before, then others, sixty at most besides what is entered.
CREATE FUNCTION day_products(unit uuid, f date, t date) RETURNS TABLE (product_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH kept AS (SELECT DISTINCT k.product_id FROM kept_days($1, f, t) k),
  sold AS (SELECT r.product_id, sum(r.quantity) AS quantity FROM sale_rollup r WHERE r.level = 'month_unit_product' AND r.unit_id = $1
    AND r.day >= date_trunc('month', f - interval '3 months')::date AND r.day < t GROUP BY 1)
  SELECT p.id FROM product p LEFT JOIN kept ON kept.product_id = p.id LEFT JOIN sold ON sold.product_id = p.id
  WHERE app_keeps_days($1) AND (p.active OR kept.product_id IS NOT NULL)
  ORDER BY kept.product_id IS NULL, sold.quantity DESC NULLS LAST, p.name, p.id LIMIT 60 + (SELECT count(*) FROM kept)
$$;

-- Books these numbers for a store, each in the place of what its writer saw: all of them, or none where
-- somebody has changed one meanwhile; then it answers with what stands there now. No number removes the
-- line. Two who save one store's days wait for each other.
CREATE FUNCTION keep_days(unit uuid, cells jsonb) RETURNS TABLE (product_id uuid, day date, quantity numeric, amount numeric,
  changed_by text, changed_by_en text, changed_at timestamptz) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE base text := (SELECT o.base_currency FROM organisation o WHERE o.id = 1);
BEGIN
  IF NOT app_keeps_days(unit) THEN
    RAISE EXCEPTION 'the days of this store are not the caller''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM jsonb_to_recordset(cells) AS c(day date, quantity numeric, amount numeric) WHERE c.day IS NULL
      OR c.day < '2000-01-01' OR c.day > business_today() OR (c.quantity IS NULL) <> (c.amount IS NULL)
      OR c.quantity = 0 OR sign(c.quantity) * sign(c.amount) < 0) THEN
    RAISE EXCEPTION 'a number for a store''s day that cannot be' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('store-day ' || $1, 0));
  RETURN QUERY SELECT c."productId", c.day, s.quantity, s.amount, u.name, u.name_en, e.at
    FROM jsonb_to_recordset(cells) AS c("productId" uuid, day date, quantity numeric, amount numeric, "seenQuantity" numeric, "seenAmount" numeric)
    LEFT JOIN sale_key k ON k.source = 'store-day' AND k.external_id = $1 || '/' || c.day || '/' || c."productId"
    LEFT JOIN sale s ON s.id = k.sale_id AND s.sold_on = k.sold_on
    LEFT JOIN LATERAL (SELECT a.user_id, a.at FROM audit_entry a WHERE a.subject = 'sale' AND a.row_id = s.id::text ORDER BY a.id DESC LIMIT 1) e ON true
    LEFT JOIN "user" u ON u.id = e.user_id
    WHERE (s.quantity, s.amount) IS DISTINCT FROM (c."seenQuantity", c."seenAmount")
      AND (s.quantity, s.amount) IS DISTINCT FROM (c.quantity, c.amount);
  IF FOUND THEN RETURN; END IF;

  DELETE FROM sale s USING jsonb_to_recordset(cells) AS c("productId" uuid, day date, quantity numeric), sale_key k
    WHERE c.quantity IS NULL AND k.source = 'store-day' AND k.external_id = $1 || '/' || c.day || '/' || c."productId"
      AND s.id = k.sale_id AND s.sold_on = k.sold_on;
  UPDATE sale s SET quantity = c.quantity, amount = c.amount, base_amount = c.amount, version = s.version + 1, updated_at = now()
    FROM jsonb_to_recordset(cells) AS c("productId" uuid, day date, quantity numeric, amount numeric), sale_key k
    WHERE c.quantity IS NOT NULL AND k.source = 'store-day' AND k.external_id = $1 || '/' || c.day || '/' || c."productId"
      AND s.id = k.sale_id AND s.sold_on = k.sold_on AND (s.quantity, s.amount) IS DISTINCT FROM (c.quantity, c.amount);
  INSERT INTO sale (sold_on, order_no, product_id, unit_id, quantity, currency, amount, base_amount, source, external_id)
    SELECT c.day, 'D' || to_char(c.day, 'YYYYMMDD') || '-' || right($1::text, 6), c."productId", $1, c.quantity, base, c.amount, c.amount,
      'store-day', $1 || '/' || c.day || '/' || c."productId"
    FROM jsonb_to_recordset(cells) AS c("productId" uuid, day date, quantity numeric, amount numeric)
    WHERE c.quantity IS NOT NULL AND NOT EXISTS (SELECT FROM sale_key k WHERE k.source = 'store-day'
      AND k.external_id = $1 || '/' || c.day || '/' || c."productId");
END $$;
RESET ROLE;
