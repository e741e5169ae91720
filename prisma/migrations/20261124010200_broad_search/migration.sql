-- A word that many customers have: their deals are found in one pass over the deals, and not by looking
-- up each customer's.
SET LOCAL ROLE closeloop_system;
CREATE OR REPLACE FUNCTION deals_containing(pattern text, plain text) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20000 AS $$
  SELECT d.id FROM deal d WHERE app_user_id() IS NOT NULL
    AND deal_search(d.title, d.external_id) @> search_parts(plain) AND (d.title ILIKE pattern OR d.external_id ILIKE pattern)
  UNION ALL SELECT d.id FROM deal d WHERE (d.customer_id IN (SELECT customers_containing(pattern, plain, true))) IS TRUE
$$;
RESET ROLE;
