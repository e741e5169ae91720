CREATE TABLE "saved_view" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "unit_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_view_lengths" CHECK (length("name") BETWEEN 1 AND 60 AND length("query") <= 4000)
);
CREATE TABLE "default_view" (
    "user_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "view_id" UUID NOT NULL,
    CONSTRAINT "default_view_pkey" PRIMARY KEY ("user_id", "list")
);
CREATE UNIQUE INDEX "saved_view_owner_id_list_name_key" ON "saved_view"("owner_id", "list", "name");
CREATE INDEX "saved_view_list_unit_id_idx" ON "saved_view"("list", "unit_id");
CREATE INDEX "saved_view_unit_id_idx" ON "saved_view"("unit_id");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "default_view" ADD CONSTRAINT "default_view_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT secure_table('saved_view');
SELECT secure_table('default_view');
SELECT audit_table('saved_view');
SELECT undo_table('saved_view');

-- Do I belong to the unit or to one below it today, as its member or manager?
CREATE FUNCTION app_belongs_to(unit uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM assignment a JOIN unit_ancestor t ON t.unit_id = a.unit_id, business_today() AS day
    WHERE a.user_id = app_user_id() AND day >= a.valid_from AND day < a.valid_to
      AND t.ancestor_id = unit AND day >= t.valid_from AND day < t.valid_to)
$$;

-- A private view is its owner's alone, admins included. A shared one is read by the people of its unit and
-- below, and by admins, who may also delete it (and undo that). Only its owner changes it. It gives nobody
-- more rows: the list it opens is read with the rights of whoever opens it.
GRANT SELECT, INSERT, DELETE ON saved_view TO closeloop_app;
GRANT UPDATE (name, query, unit_id, version, updated_at) ON saved_view TO closeloop_app;
CREATE POLICY visible_read ON saved_view FOR SELECT TO closeloop_app USING (
  owner_id = (SELECT app_user_id()) OR (unit_id IS NOT NULL AND ((SELECT app_sees_all()) OR app_belongs_to(unit_id))));
CREATE POLICY own_insert ON saved_view FOR INSERT TO closeloop_app WITH CHECK (
  ((SELECT app_sees_all()) AND unit_id IS NOT NULL)
  OR (owner_id = (SELECT app_user_id()) AND (unit_id IS NULL OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]))));
CREATE POLICY own_update ON saved_view FOR UPDATE TO closeloop_app USING (owner_id = (SELECT app_user_id())) WITH CHECK (
  owner_id = (SELECT app_user_id()) AND (unit_id IS NULL OR (SELECT app_sees_all()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])));
CREATE POLICY own_delete ON saved_view FOR DELETE TO closeloop_app USING (
  owner_id = (SELECT app_user_id()) OR ((SELECT app_sees_all()) AND unit_id IS NOT NULL));

GRANT SELECT, INSERT, UPDATE, DELETE ON default_view TO closeloop_app;
CREATE POLICY own_all ON default_view TO closeloop_app USING (user_id = (SELECT app_user_id())) WITH CHECK (
  user_id = (SELECT app_user_id()) AND EXISTS (SELECT FROM saved_view v WHERE v.id = view_id AND v.list = default_view.list));
