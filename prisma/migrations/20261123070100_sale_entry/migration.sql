-- A return names the line it takes back.
ALTER TABLE "sale" ADD COLUMN "return_of_id" UUID;
CREATE INDEX "sale_return_of_id_idx" ON "sale"("return_of_id");

SET LOCAL ROLE closeloop_system;
-- What has been taken back of a line so far, whoever booked it; both positive. Nothing for strangers.
CREATE FUNCTION sale_taken_back(line uuid) RETURNS TABLE (quantity numeric, amount numeric) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(-sum(r.quantity), 0), coalesce(-sum(r.amount), 0) FROM sale r WHERE app_user_id() IS NOT NULL AND r.return_of_id = line
$$;
-- Returns of one line wait for each other, so that together they never exceed it.
CREATE FUNCTION keep_returns_within() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE sold record;
BEGIN
  SELECT s.quantity, s.amount INTO sold FROM sale s WHERE s.id = NEW.return_of_id FOR UPDATE;
  IF sold IS NULL OR NEW.quantity >= 0 OR NEW.amount > 0 OR EXISTS (SELECT FROM sale r WHERE r.return_of_id = NEW.return_of_id
      HAVING -sum(r.quantity) > sold.quantity OR -sum(r.amount) > sold.amount)
  THEN RAISE EXCEPTION 'more is taken back than was sold' USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
RESET ROLE;
CREATE TRIGGER returns_within AFTER INSERT OR UPDATE ON sale FOR EACH ROW WHEN (NEW.return_of_id IS NOT NULL) EXECUTE FUNCTION keep_returns_within();

-- Who entered a line by hand may take it back; what an import or a won deal booked stays theirs to change.
SELECT undo_table('sale');
CREATE POLICY own_delete ON sale FOR DELETE TO closeloop_app USING (source IS NULL
  AND (owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])));
