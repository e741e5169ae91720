-- A request to a whole unit names nobody. Comparing nobody with somebody is neither true nor false, and
-- "not neither" let anybody who knew its id take over a deal of any unit: the answer is yes or no.
SET LOCAL ROLE closeloop_system;
CREATE OR REPLACE FUNCTION app_asked(person uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND CASE WHEN person IS NOT NULL THEN person = app_user_id()
    ELSE EXISTS (SELECT FROM assignment a WHERE a.user_id = app_user_id() AND a.unit_id = unit
      AND business_today() >= a.valid_from AND business_today() < a.valid_to) END
$$;
RESET ROLE;
