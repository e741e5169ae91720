-- Whoever sees a deal reads its lines; only who may write the deal writes them. One policy for all
-- commands let a former manager, who sees the deals of a unit's past, delete or take over their lines.
DROP POLICY visible_all ON deal_line;
CREATE POLICY visible_read ON deal_line FOR SELECT TO closeloop_app
  USING ((SELECT app_sees_all()) OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id));
DO $$
DECLARE
  mine text := '(SELECT app_sees_all()) OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id
    AND (d.owner_id = (SELECT app_user_id()) OR d.unit_id = ANY ((SELECT app_unit_ids())::uuid[])))';
BEGIN
  EXECUTE format('CREATE POLICY own_insert ON deal_line FOR INSERT TO closeloop_app WITH CHECK (%s)', mine);
  EXECUTE format('CREATE POLICY own_update ON deal_line FOR UPDATE TO closeloop_app USING (%s) WITH CHECK (%s)', mine, mine);
  EXECUTE format('CREATE POLICY own_delete ON deal_line FOR DELETE TO closeloop_app USING (%s)', mine);
END $$;

-- A person's own target is hidden from them while it is a draft; so are its drafts once it is published.
DROP POLICY visible_read ON target_revision;
CREATE POLICY visible_read ON target_revision FOR SELECT TO closeloop_app
  USING (EXISTS (SELECT FROM target t WHERE t.id = target_revision.target_id AND (
    target_revision.status <> 'draft' OR (SELECT app_sees_all()) OR t.unit_id = ANY ((SELECT app_unit_ids())::uuid[]))));

-- Without pg_temp at the end of the path a temporary table takes the place of a real one: the caller's
-- own "audit_entry" would swallow the audit log. The functions are the system role's own.
DO $$
DECLARE f regprocedure;
BEGIN
  SET LOCAL ROLE closeloop_system;
  FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
  LOOP EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', f); END LOOP;
  RESET ROLE;
END $$;
-- Before PostgreSQL 15 everybody may create there.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
