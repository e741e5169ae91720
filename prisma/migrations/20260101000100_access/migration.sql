-- Two roles without login. Every statement of the product runs as one of them: closeloop_app sees what
-- the scope of its transaction allows, closeloop_system (jobs, sign-in, imports of settings) sees all.
-- The owner of the tables, with row security forced, sees nothing: a query that forgets its role fails closed.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'closeloop_app') THEN CREATE ROLE closeloop_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'closeloop_system') THEN CREATE ROLE closeloop_system NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one server migrate at once
END $$;
-- From PostgreSQL 16 on, whoever creates a role may administer it, but become it only when granted;
-- there the owner does not inherit what the roles see either.
DO $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT closeloop_app, closeloop_system TO %I %s', current_user,
      CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'WITH INHERIT FALSE, SET TRUE' ELSE '' END);
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO closeloop_app, closeloop_system;
GRANT CREATE ON SCHEMA public TO closeloop_system; -- it owns the SECURITY DEFINER functions below

-- The scope of the transaction, set by lib/platform/db/access.ts.
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION app_sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(current_setting('app.role', true), '') = 'admin' AND app_user_id() IS NOT NULL $$;
CREATE FUNCTION app_unit_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.unit_ids', true), '')::uuid[], '{}') $$;
CREATE FUNCTION app_managed_unit_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.managed_unit_ids', true), '')::uuid[], '{}') $$;
CREATE FUNCTION app_past_unit_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(nullif(current_setting('app.past_unit_ids', true), '')::uuid[], '{}') $$;

-- A unit that has left a manager's subtree stays visible for the days on which it belonged there.
CREATE FUNCTION app_was_below_me(unit uuid, day date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT FROM unit_ancestor a WHERE a.unit_id = unit
    AND a.ancestor_id = ANY (app_managed_unit_ids()) AND day >= a.valid_from AND day < a.valid_to)
$$;

-- One entry per changed row, written with the statement. Secrets are left out; signing in and using a
-- token are no changes of a record. An import sets
-- app.audit_batch and writes its own entry with the before-images.
CREATE FUNCTION audit_statement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  actor uuid := app_user_id();
  why text := nullif(current_setting('app.reason', true), '');
  secret text[] := '{password_hash,token_hash}';
  incidental text[] := '{version,updated_at,last_sign_in_at,last_used_at}';
BEGIN
  IF coalesce(current_setting('app.audit_batch', true), '') <> '' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_entry (user_id, action, subject, row_id, after, note)
      SELECT actor, 'create', TG_TABLE_NAME, j->>'id', j, why
      FROM (SELECT to_jsonb(n) - secret AS j FROM new_rows n) x;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_entry (user_id, action, subject, row_id, before, note)
      SELECT actor, 'delete', TG_TABLE_NAME, j->>'id', j, why
      FROM (SELECT to_jsonb(o) - secret AS j FROM old_rows o) x;
  ELSE
    INSERT INTO audit_entry (user_id, action, subject, row_id, before, after, note)
      SELECT actor, 'update', TG_TABLE_NAME, b->>'id', b, a, why
      FROM (SELECT to_jsonb(o) - secret AS b, to_jsonb(n) - secret AS a
            FROM old_rows o JOIN new_rows n USING (id)) x
      WHERE b - incidental IS DISTINCT FROM a - incidental;
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION audit_statement() OWNER TO closeloop_system;

-- Call once for each new table: row security on and forced, the system's policy, grants.
CREATE FUNCTION secure_table(tbl regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format('CREATE POLICY system_all ON %s TO closeloop_system USING (true) WITH CHECK (true)', tbl);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO closeloop_system', tbl);
END $$;

-- Call for each business table with an id.
CREATE FUNCTION audit_table(tbl regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_statement()', tbl);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_statement()', tbl);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_statement()', tbl);
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['user','credential','access_link','api_token','sign_in_failure','unit','unit_edge','unit_ancestor',
    'assignment','product_category','product','customer','customer_first_sale','pipeline_stage','loss_reason','competitor',
    'deal','deal_line','deal_history','sale','target','target_revision','organisation','calendar_day','exchange_rate','audit_entry']
  LOOP PERFORM secure_table(format('%I', t)::regclass); END LOOP;

  FOREACH t IN ARRAY ARRAY['user','access_link','api_token','unit','unit_edge','assignment','product_category','product',
    'customer','pipeline_stage','loss_reason','competitor','deal','deal_line','sale','target','organisation','calendar_day','exchange_rate']
  LOOP PERFORM audit_table(format('%I', t)::regclass); END LOOP;

  -- What everybody signed in may read and only an admin may change.
  FOREACH t IN ARRAY ARRAY['user','unit','unit_edge','assignment','product_category','product','pipeline_stage','loss_reason',
    'competitor','organisation','calendar_day','exchange_rate']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO closeloop_app', t);
    EXECUTE format('CREATE POLICY signed_in_read ON %I FOR SELECT TO closeloop_app USING ((SELECT app_user_id()) IS NOT NULL)', t);
    EXECUTE format('CREATE POLICY admin_insert ON %I FOR INSERT TO closeloop_app WITH CHECK ((SELECT app_sees_all()))', t);
    EXECUTE format('CREATE POLICY admin_update ON %I FOR UPDATE TO closeloop_app USING ((SELECT app_sees_all())) WITH CHECK ((SELECT app_sees_all()))', t);
    EXECUTE format('CREATE POLICY admin_delete ON %I FOR DELETE TO closeloop_app USING ((SELECT app_sees_all()))', t);
  END LOOP;
END $$;

-- An entry is written once: not even the system role changes or removes it.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, deal_history, target_revision FROM closeloop_system;
GRANT USAGE ON SEQUENCE audit_entry_id_seq TO closeloop_system;
GRANT SELECT ON audit_entry TO closeloop_app;
CREATE POLICY admin_read ON audit_entry FOR SELECT TO closeloop_app USING ((SELECT app_sees_all()));

GRANT SELECT ON unit_ancestor TO closeloop_app;
CREATE POLICY signed_in_read ON unit_ancestor FOR SELECT TO closeloop_app USING ((SELECT app_user_id()) IS NOT NULL);

GRANT SELECT, UPDATE ON api_token TO closeloop_app;
CREATE POLICY own_read ON api_token FOR SELECT TO closeloop_app USING (user_id = (SELECT app_user_id()) OR (SELECT app_sees_all()));
CREATE POLICY own_update ON api_token FOR UPDATE TO closeloop_app USING (user_id = (SELECT app_user_id()) OR (SELECT app_sees_all()));

-- Facts: the owner, the manager of the unit (now, or on the day of the fact), the admin.
GRANT SELECT, INSERT, UPDATE, DELETE ON deal, sale TO closeloop_app;
CREATE POLICY visible_read ON deal FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, closed_on)));
CREATE POLICY visible_read ON sale FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, sold_on)));
DO $$
DECLARE t text;
  mine text := '(SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])';
BEGIN
  FOREACH t IN ARRAY ARRAY['deal', 'sale'] LOOP
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO closeloop_app WITH CHECK (%s)', t, mine);
    EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE TO closeloop_app USING (%s) WITH CHECK (%s)', t, mine, mine);
    EXECUTE format('CREATE POLICY admin_delete ON %I FOR DELETE TO closeloop_app USING ((SELECT app_sees_all()))', t);
  END LOOP;
END $$;

GRANT SELECT ON customer_first_sale TO closeloop_app;
CREATE POLICY visible_read ON customer_first_sale FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, sold_on)));

GRANT SELECT, INSERT, UPDATE, DELETE ON deal_line TO closeloop_app;
CREATE POLICY visible_all ON deal_line TO closeloop_app
  USING ((SELECT app_sees_all()) OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id))
  WITH CHECK ((SELECT app_sees_all()) OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id
    AND (d.owner_id = app_user_id() OR d.unit_id = ANY (app_unit_ids()))));
GRANT SELECT ON deal_history TO closeloop_app;
CREATE POLICY visible_read ON deal_history FOR SELECT TO closeloop_app
  USING ((SELECT app_sees_all()) OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id));

-- A customer is visible to its owner, to the managers of its unit, and to whoever sees a deal or sale with it.
GRANT SELECT, INSERT, UPDATE, DELETE ON customer TO closeloop_app;
CREATE POLICY visible_read ON customer FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR EXISTS (SELECT FROM deal d WHERE d.customer_id = customer.id)
  OR EXISTS (SELECT FROM sale s WHERE s.customer_id = customer.id));
CREATE POLICY own_insert ON customer FOR INSERT TO closeloop_app WITH CHECK (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
CREATE POLICY own_update ON customer FOR UPDATE TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])) WITH CHECK (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
CREATE POLICY admin_delete ON customer FOR DELETE TO closeloop_app USING ((SELECT app_sees_all()));

-- Targets: nobody sets their own, neither as a rep nor as the manager of the unit; admins included.
-- A locked one only an admin unlocks.
GRANT SELECT, INSERT, UPDATE, DELETE ON target TO closeloop_app;
CREATE POLICY visible_read ON target FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR (user_id = (SELECT app_user_id()) AND status <> 'draft') OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
DO $$
DECLARE
  below text := '((SELECT app_sees_all()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]))
    AND user_id IS DISTINCT FROM (SELECT app_user_id())
    AND NOT (user_id IS NULL AND unit_id = ANY ((SELECT app_managed_unit_ids())::uuid[]))';
BEGIN
  EXECUTE format('CREATE POLICY below_insert ON target FOR INSERT TO closeloop_app WITH CHECK (%s)', below);
  EXECUTE format('CREATE POLICY below_update ON target FOR UPDATE TO closeloop_app USING ((status <> ''locked'' OR (SELECT app_sees_all())) AND %s) WITH CHECK (%s)', below, below);
  EXECUTE format('CREATE POLICY below_delete ON target FOR DELETE TO closeloop_app USING (status = ''draft'' AND %s)', below);
END $$;
GRANT SELECT ON target_revision TO closeloop_app;
CREATE POLICY visible_read ON target_revision FOR SELECT TO closeloop_app
  USING (EXISTS (SELECT FROM target t WHERE t.id = target_id));
