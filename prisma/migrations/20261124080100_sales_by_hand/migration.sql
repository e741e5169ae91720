-- By hand people add lines of their own making only. A line under a source (an import's, a won deal's, a
-- store day's) is added and changed by the functions that book it, or by an import: else a rep could
-- inflate what was booked, or take the key of a line that others are to book. Read and locked it may be,
-- so that it can be taken back.
SET LOCAL ROLE closeloop_system;
-- Owner, manager of the unit today, admin. Past row security, because a policy of sales asks it.
CREATE FUNCTION app_writes_sale(sale uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM sale s WHERE s.id = $1 AND (
    app_sees_all() OR s.owner_id = app_user_id() OR s.unit_id = ANY (app_unit_ids())))
$$;
RESET ROLE;
CREATE POLICY by_hand ON sale AS RESTRICTIVE FOR INSERT TO closeloop_app WITH CHECK ((SELECT app_sees_all())
  OR (source IS NULL AND external_id IS NULL AND (return_of_id IS NULL OR app_writes_sale(return_of_id))));

-- Runs as the writer: the functions that book are the system's.
CREATE FUNCTION keep_booked_sale() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app_sees_all() AND (OLD.source IS NOT NULL OR NEW.source IS NOT NULL OR NEW.external_id IS NOT NULL
      OR NEW.return_of_id IS DISTINCT FROM OLD.return_of_id) THEN
    RAISE EXCEPTION 'a booked line is not changed by hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_booked BEFORE UPDATE ON sale FOR EACH ROW WHEN (current_user = 'closeloop_app') EXECUTE FUNCTION keep_booked_sale();
