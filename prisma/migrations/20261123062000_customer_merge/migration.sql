-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "customer_merge" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "survivor_id" UUID NOT NULL,
    "loser_id" UUID NOT NULL,
    "survivor_before" JSONB NOT NULL,
    "loser_before" JSONB NOT NULL,
    "survivor_version" INTEGER NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_merge_row" (
    "merge_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "row_id" UUID NOT NULL,

    CONSTRAINT "customer_merge_row_pkey" PRIMARY KEY ("merge_id","subject","row_id")
);

-- CreateIndex
CREATE INDEX "customer_merge_survivor_id_idx" ON "customer_merge"("survivor_id");

-- CreateIndex
CREATE INDEX "customer_merge_loser_id_idx" ON "customer_merge"("loser_id");

-- CreateIndex
CREATE INDEX "customer_merge_merged_by_id_idx" ON "customer_merge"("merged_by_id");

-- CreateIndex
CREATE INDEX "customer_merge_undone_by_id_idx" ON "customer_merge"("undone_by_id");

-- CreateIndex
CREATE INDEX "customer_merged_into_id_idx" ON "customer"("merged_into_id");

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_survivor_id_fkey" FOREIGN KEY ("survivor_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_loser_id_fkey" FOREIGN KEY ("loser_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_merge_row" ADD CONSTRAINT "customer_merge_row_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "customer_merge"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT secure_table('customer_merge');
SELECT secure_table('customer_merge_row');
SELECT audit_table('customer_merge');

-- A customer that was merged away is seen by nobody, whatever other policies say.
CREATE POLICY not_merged ON customer AS RESTRICTIVE FOR SELECT TO closeloop_app USING (merged_into_id IS NULL);

SET LOCAL ROLE closeloop_system;
CREATE OR REPLACE FUNCTION app_sees_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND (
    EXISTS (SELECT FROM customer c WHERE c.id = $1 AND c.merged_into_id IS NULL AND (
      app_sees_all() OR c.owner_id = app_user_id() OR c.unit_id = ANY (app_unit_ids())))
    OR EXISTS (SELECT FROM deal d WHERE d.customer_id = $1 AND app_sees_deal(d.id))
    OR EXISTS (SELECT FROM sale s WHERE s.customer_id = $1 AND (
      s.owner_id = app_user_id() OR s.unit_id = ANY (app_unit_ids())
      OR (s.unit_id = ANY (app_past_unit_ids()) AND app_was_below_me(s.unit_id, s.sold_on)))))
$$;
CREATE OR REPLACE FUNCTION app_has_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM customer c WHERE c.id = $1 AND c.merged_into_id IS NULL
    AND (app_sees_all() OR c.owner_id = app_user_id() OR c.unit_id = ANY (app_unit_ids())))
$$;
CREATE OR REPLACE FUNCTION similar_customers(typed text) RETURNS TABLE (id uuid, closeness real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, greatest(similarity(c.match_key, k.key), similarity(c.match_key_en, k.key)) AS closeness
  FROM (SELECT customer_match_key(typed) AS key) k, customer c
  WHERE (c.match_key % k.key OR c.match_key_en % k.key) AND c.merged_into_id IS NULL
    AND greatest(similarity(c.match_key, k.key), similarity(c.match_key_en, k.key)) >= 0.5
  ORDER BY closeness DESC, c.id LIMIT 20
$$;
-- What a customer that was merged away lives on as, for who sees that one.
CREATE FUNCTION merged_customer(customer uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.merged_into_id FROM customer c WHERE c.id = $1 AND app_sees_customer(c.merged_into_id)
$$;

-- Everything that points to a customer: each foreign key to it, and records named by kind and id. What a
-- table is called besides its key column tells what is moved. First sales follow from the sales.
CREATE FUNCTION customer_pointers() RETURNS TABLE (subject text, tbl regclass, col name, key name, by_kind boolean, versioned boolean) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT r.tbl::text || '.' || r.col, r.tbl, r.col, r.key, r.by_kind,
    EXISTS (SELECT FROM pg_attribute v WHERE v.attrelid = r.tbl AND v.attname = 'version' AND NOT v.attisdropped)
  FROM (
    SELECT k.conrelid::regclass AS tbl, a.attname AS col, 'id'::name AS key, false AS by_kind
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'customer'::regclass AND k.conparentid = 0
      AND k.conrelid NOT IN ('customer_first_sale'::regclass, 'customer_merge'::regclass)
    UNION ALL
    SELECT c.oid::regclass, 'subject_id', CASE WHEN i.attname IS NULL THEN 'user_id' ELSE 'id' END, true
    FROM pg_class c JOIN pg_attribute s ON s.attrelid = c.oid AND s.attname = 'subject_id'
      JOIN pg_attribute n ON n.attrelid = c.oid AND n.attname = 'subject_kind'
      LEFT JOIN pg_attribute i ON i.attrelid = c.oid AND i.attname = 'id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  ) r ORDER BY r.tbl::text = 'contact' DESC, r.tbl::text, r.col
$$;

-- How many records would move, for who asks before merging. Counted to a million.
CREATE FUNCTION customer_pointed(customer uuid) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  p record;
  found bigint;
  total bigint := 0;
BEGIN
  IF NOT app_has_customer(customer) THEN RETURN NULL; END IF;
  FOR p IN SELECT * FROM customer_pointers() WHERE NOT by_kind LOOP
    EXECUTE format('SELECT count(*) FROM (SELECT FROM %s WHERE %I = $1 LIMIT 1000000) x', p.tbl, p.col) INTO found USING customer;
    total := total + found;
  END LOOP;
  RETURN total;
END $$;

-- Writes the fields a person edits as a kept row has them.
CREATE FUNCTION write_customer_fields(customer uuid, fields jsonb) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  UPDATE customer c SET (name, name_en, sector, location, employees, annual_revenue, founded_year, parent_id, owner_id, unit_id, segment_id, active)
    = (SELECT f.name, f.name_en, f.sector, f.location, f.employees, f.annual_revenue, f.founded_year, f.parent_id, f.owner_id, f.unit_id, f.segment_id, f.active
       FROM jsonb_populate_record(NULL::customer, fields) f),
    version = c.version + 1, updated_at = now()
  WHERE c.id = $1
$$;

-- Merges the loser into the survivor in this transaction. `take` names the fields whose value is the
-- loser's. 'done', or why nothing was: 'forbidden', 'same', 'stale' (one was changed since it was shown),
-- 'circle' (the chosen parent lies below).
CREATE FUNCTION merge_customers(survivor uuid, survivor_version int, loser uuid, loser_version int, take text[]) RETURNS TABLE (outcome text, merge uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept customer;
  gone customer;
  fields jsonb;
  made uuid;
  p record;
BEGIN
  IF survivor = loser THEN RETURN QUERY SELECT 'same', NULL::uuid; RETURN; END IF;
  PERFORM FROM customer c WHERE c.id IN (survivor, loser) ORDER BY c.id FOR UPDATE;
  IF NOT (app_has_customer(survivor) AND app_has_customer(loser)) THEN RETURN QUERY SELECT 'forbidden', NULL::uuid; RETURN; END IF;
  SELECT c.* INTO kept FROM customer c WHERE c.id = survivor;
  SELECT c.* INTO gone FROM customer c WHERE c.id = loser;
  IF kept.version <> survivor_version OR gone.version <> loser_version THEN RETURN QUERY SELECT 'stale', NULL::uuid; RETURN; END IF;
  SELECT to_jsonb(kept) || coalesce(jsonb_object_agg(f, to_jsonb(gone)->f), '{}') INTO fields FROM unnest(take) f
    WHERE f = ANY (ARRAY['name','name_en','sector','location','employees','annual_revenue','founded_year','parent_id','owner_id','unit_id','segment_id']);
  IF (fields->>'parent_id')::uuid IN (survivor, loser) THEN fields := fields || '{"parent_id": null}'; END IF;
  INSERT INTO customer_merge (survivor_id, loser_id, survivor_before, loser_before, survivor_version, merged_by_id)
    VALUES (survivor, loser, to_jsonb(kept), to_jsonb(gone), kept.version + 1, app_user_id()) RETURNING id INTO made;
  -- The loser lets go of its place first, so that no company ever stands above itself.
  UPDATE customer c SET parent_id = NULL, owner_id = NULL, unit_id = NULL, active = false, merged_into_id = survivor,
    version = c.version + 1, updated_at = now() WHERE c.id = loser;
  FOR p IN SELECT * FROM customer_pointers() LOOP
    EXECUTE format('WITH moved AS (UPDATE %1$s t SET %2$I = $1 %3$s WHERE t.%2$I = $2 %4$s RETURNING t.%5$I AS key)
      INSERT INTO customer_merge_row (merge_id, subject, row_id) SELECT $3, %6$L, key FROM moved', p.tbl, p.col,
      CASE WHEN p.versioned AND p.tbl <> 'customer'::regclass THEN ', version = t.version + 1' ELSE '' END,
      CASE WHEN p.by_kind AND p.key = 'user_id' THEN format('AND t.subject_kind = ''customer'' AND NOT EXISTS (SELECT FROM %s o WHERE o.user_id = t.user_id AND o.subject_kind = t.subject_kind AND o.subject_id = $1)', p.tbl)
        WHEN p.by_kind THEN 'AND t.subject_kind = ''customer'''
        WHEN p.tbl = 'customer'::regclass THEN 'AND t.id NOT IN ($1, $2)' ELSE '' END,
      p.key, p.subject) USING survivor, loser, made;
  END LOOP;
  PERFORM write_customer_fields(survivor, fields);
  IF EXISTS (SELECT FROM customer c WHERE c.id = survivor AND c.parent_id IS NOT NULL AND customer_is_below(c.parent_id, survivor)) THEN
    RAISE EXCEPTION 'a customer above itself' USING ERRCODE = 'CL003';
  END IF;
  RETURN QUERY SELECT 'done', made;
EXCEPTION WHEN SQLSTATE 'CL003' THEN RETURN QUERY SELECT 'circle', NULL::uuid;
END $$;

-- Takes a merge apart again. 'done', or why not: 'gone' (not there, not one's own, undone already), 'again'
-- (merged further since), 'edited' (the survivor was changed since), 'moved' (a record that came with the
-- merge points elsewhere by now or is gone).
CREATE FUNCTION undo_customer_merge(merge uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  m customer_merge;
  p record;
  wanted bigint;
  found bigint;
BEGIN
  SELECT x.* INTO m FROM customer_merge x WHERE x.id = $1 AND x.undone_at IS NULL FOR UPDATE;
  IF m.id IS NULL THEN RETURN 'gone'; END IF;
  PERFORM FROM customer c WHERE c.id IN (m.survivor_id, m.loser_id) ORDER BY c.id FOR UPDATE;
  IF EXISTS (SELECT FROM customer c WHERE c.id = m.survivor_id AND c.merged_into_id IS NOT NULL)
    AND (app_sees_all() OR m.merged_by_id = app_user_id()) THEN RETURN 'again'; END IF;
  IF NOT (app_has_customer(m.survivor_id) OR (m.merged_by_id = app_user_id() AND app_sees_customer(m.survivor_id))) THEN RETURN 'gone'; END IF;
  IF (SELECT c.version FROM customer c WHERE c.id = m.survivor_id) <> m.survivor_version THEN RETURN 'edited'; END IF;
  FOR p IN SELECT * FROM customer_pointers() LOOP
    SELECT count(*) INTO wanted FROM customer_merge_row r WHERE r.merge_id = m.id AND r.subject = p.subject;
    CONTINUE WHEN wanted = 0;
    EXECUTE format('UPDATE %1$s t SET %2$I = $1 %3$s FROM customer_merge_row r
      WHERE r.merge_id = $3 AND r.subject = %4$L AND t.%5$I = r.row_id AND t.%2$I = $2 %6$s', p.tbl, p.col,
      CASE WHEN p.versioned AND p.tbl <> 'customer'::regclass THEN ', version = t.version + 1' ELSE '' END, p.subject, p.key,
      CASE WHEN p.by_kind THEN 'AND t.subject_kind = ''customer''' ELSE '' END) USING m.loser_id, m.survivor_id, m.id;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found <> wanted AND NOT p.by_kind THEN RAISE EXCEPTION 'moved since' USING ERRCODE = 'CL004'; END IF;
  END LOOP;
  UPDATE customer c SET merged_into_id = NULL WHERE c.id = m.loser_id;
  PERFORM write_customer_fields(m.survivor_id, m.survivor_before);
  PERFORM write_customer_fields(m.loser_id, m.loser_before);
  -- Earlier merges into either of them can be undone as before: nothing but this one has changed it.
  UPDATE customer_merge x SET survivor_version = c.version FROM customer c
    WHERE x.undone_at IS NULL AND x.id <> m.id AND x.survivor_id = c.id AND (
      (c.id = m.survivor_id AND x.survivor_version = (m.survivor_before->>'version')::int)
      OR (c.id = m.loser_id AND x.survivor_version = (m.loser_before->>'version')::int));
  UPDATE customer_merge x SET undone_at = now(), undone_by_id = app_user_id() WHERE x.id = m.id;
  RETURN 'done';
EXCEPTION WHEN SQLSTATE 'CL004' THEN RETURN 'moved';
END $$;
RESET ROLE;

GRANT SELECT ON customer_merge TO closeloop_app;
CREATE POLICY having_read ON customer_merge FOR SELECT TO closeloop_app
  USING (merged_by_id = (SELECT app_user_id()) OR app_has_customer(survivor_id));
