-- A text of one part is contained wherever the index has the part; only longer ones have to be read.
-- What follows from the text alone is worked out once, not for each customer.
SET LOCAL ROLE closeloop_system;
CREATE OR REPLACE FUNCTION customers_containing(pattern text, plain text, names_only boolean) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20000 AS $$
  SELECT c.id FROM customer c WHERE (SELECT app_user_id() IS NOT NULL)
    AND customer_search(c.name, c.name_en, c.location, c.external_id) @> (SELECT search_parts(plain))
    AND ((SELECT NOT names_only AND cardinality(search_parts(plain)) = 1 AND plain !~ '\s')
      OR lower(c.name) LIKE (SELECT lower(pattern)) OR lower(c.name_en) LIKE (SELECT lower(pattern))
      OR (NOT names_only AND (lower(c.location) LIKE (SELECT lower(pattern)) OR lower(c.external_id) LIKE (SELECT lower(pattern)))))
$$;
RESET ROLE;
