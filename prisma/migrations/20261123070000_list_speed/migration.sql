-- Lists stay quick with many records.
--
-- 1. Search. pg_trgm finds nothing shorter than three characters, and nothing Chinese where the
-- database's locale is C, so the index is over our own parts of a text: every two neighbouring
-- characters, and every single one outside the Latin scripts.
CREATE FUNCTION search_grams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT ARRAY(SELECT substr(l, i, n) FROM (SELECT lower(t) AS l) x, generate_series(1, length(l)) i, generate_series(1, 2) n
    WHERE i + n - 1 <= length(l) AND (n = 2 OR substr(l, i, 1) > U&'\2E7F' COLLATE "C"))
$$;
-- The parts a text must have to contain this one: none where it is a single Latin character.
CREATE FUNCTION search_parts(t text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT CASE WHEN length(t) > 1 THEN ARRAY(SELECT substr(lower(t), i, 2) FROM generate_series(1, length(t) - 1) i)
    WHEN t > U&'\2E7F' COLLATE "C" THEN ARRAY[lower(t)] ELSE '{}' END
$$;
CREATE FUNCTION customer_search(name text, name_en text, location text, external_id text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT public.search_grams(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(location, '') || ' ' || coalesce(external_id, '')) $$;
CREATE INDEX customer_search_idx ON customer USING GIN (customer_search(name, name_en, location, external_id));
CREATE FUNCTION deal_search(title text, external_id text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT public.search_grams(title || ' ' || coalesce(external_id, '')) $$;
CREATE INDEX deal_search_idx ON deal USING GIN (deal_search(title, external_id));

SET LOCAL ROLE closeloop_system;
-- A condition that may give away values cannot use an index under row security. These look past it and
-- give ids only; whoever asks still sees no more than row security lets through.
CREATE FUNCTION customers_containing(pattern text, plain text, names_only boolean) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20000 AS $$
  SELECT c.id FROM customer c WHERE app_user_id() IS NOT NULL
    AND customer_search(c.name, c.name_en, c.location, c.external_id) @> search_parts(plain)
    AND (c.name ILIKE pattern OR c.name_en ILIKE pattern OR (NOT names_only AND (c.location ILIKE pattern OR c.external_id ILIKE pattern)))
$$;
CREATE FUNCTION deals_containing(pattern text, plain text) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20000 AS $$
  SELECT d.id FROM deal d WHERE app_user_id() IS NOT NULL
    AND deal_search(d.title, d.external_id) @> search_parts(plain) AND (d.title ILIKE pattern OR d.external_id ILIKE pattern)
  UNION SELECT d.id FROM deal d WHERE d.customer_id IN (SELECT customers_containing(pattern, plain, true))
$$;

-- 2. Customers that only a deal or a sale lets the person see. As functions they are planned once and not,
-- with every month of sales, in each query that touches a customer. A read-only transaction with several
-- such queries has them worked out once, as app.customers_met (lib/platform/db/met-customers.ts).
CREATE FUNCTION app_meet_customers() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  me uuid := app_user_id();
  units uuid[] := app_unit_ids();
  past uuid[] := app_past_unit_ids();
BEGIN
  RETURN coalesce((SELECT array_agg(c.id) FROM (
      SELECT d.customer_id FROM deal d WHERE d.customer_id IS NOT NULL AND (d.owner_id = me OR d.unit_id = ANY (units)
        OR (d.unit_id = ANY (past) AND app_was_below_me(d.unit_id, d.closed_on)))
      UNION
      SELECT s.customer_id FROM sale s WHERE s.customer_id IS NOT NULL AND (s.owner_id = me OR s.unit_id = ANY (units)
        OR (s.unit_id = ANY (past) AND app_was_below_me(s.unit_id, s.sold_on)))
    ) m JOIN customer c ON c.id = m.customer_id
    WHERE me IS NOT NULL AND (c.owner_id = me OR c.unit_id = ANY (units)) IS NOT TRUE), '{}');
END $$;
CREATE FUNCTION app_customers_met() RETURNS SETOF uuid LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 1000 AS $$
BEGIN
  RETURN QUERY SELECT unnest(coalesce(nullif(current_setting('app.customers_met', true), '')::uuid[], app_meet_customers()));
END $$;
RESET ROLE;
DROP POLICY visible_read ON customer;
CREATE POLICY visible_read ON customer FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR id IN (SELECT app_customers_met()));
