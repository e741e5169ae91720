-- Whether anything names a customer, and how many of these records the person sees: how many others have
-- is theirs. Contacts, requests and children are kept apart: they go with it or are let go.
CREATE FUNCTION customer_pointing_keys() RETURNS TABLE (tbl regclass, col name) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT k.conrelid::regclass, a.attname
  FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.confrelid = 'customer'::regclass AND k.conparentid = 0
    AND k.conrelid NOT IN ('contact'::regclass, 'customer_request'::regclass, 'customer'::regclass, 'customer_first_sale'::regclass)
$$;
-- Counted to a thousand a table, under the row security of who asks.
CREATE FUNCTION customer_use_seen(customer uuid) RETURNS bigint LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  found bigint;
  total bigint := 0;
  ref record;
BEGIN
  FOR ref IN SELECT * FROM customer_pointing_keys() LOOP
    CONTINUE WHEN NOT has_table_privilege(ref.tbl, 'select');
    EXECUTE format('SELECT count(*) FROM (SELECT FROM %s WHERE %I = $1 LIMIT 1000) x', ref.tbl, ref.col) INTO found USING customer;
    total := total + found;
  END LOOP;
  RETURN total;
END $$;

SET LOCAL ROLE closeloop_system;
DROP FUNCTION customer_use(uuid);
CREATE FUNCTION customer_is_used(customer uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found boolean;
  ref record;
BEGIN
  IF NOT app_sees_customer(customer) THEN RETURN NULL; END IF;
  FOR ref IN SELECT * FROM customer_pointing_keys() LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1)', ref.tbl, ref.col) INTO found USING customer;
    IF found THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- The id of a sale comes from its form. Is there a line of that id, in whatever month and whoever's? The
-- key of the table holds the day too, so it would take a second line under the id of a stranger's.
CREATE FUNCTION app_sale_exists(sale uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM sale s WHERE s.id = $1)
$$;
RESET ROLE;
