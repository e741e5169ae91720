-- Kinds of records that people can follow, discuss, attach files to. The kind is the table's name; the
-- other columns are SQL expressions over its row, called r.
CREATE TABLE "record_kind" (
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    CONSTRAINT "record_kind_pkey" PRIMARY KEY ("kind")
);

-- Call once for each kind: makes app_record() anew, with a branch for every kind there is.
CREATE FUNCTION register_record_kind(new_kind text, title text, title_en text DEFAULT 'NULL', owner_id text DEFAULT 'NULL')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE branches text;
BEGIN
  INSERT INTO record_kind VALUES (new_kind, register_record_kind.title, register_record_kind.title_en, register_record_kind.owner_id);
  SELECT string_agg(format('WHEN %L THEN RETURN QUERY SELECT (%s)::text, (%s)::text, (%s)::uuid FROM public.%I r WHERE r.id = $2;',
    k.kind, k.title, k.title_en, k.owner_id, k.kind), ' ' ORDER BY k.kind) INTO branches FROM record_kind k;
  -- What the caller's own row security shows of a record, so nothing at all of one they may not see.
  EXECUTE format('CREATE OR REPLACE FUNCTION app_record(kind text, id uuid) RETURNS TABLE (title text, title_en text, owner_id uuid)
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS %L',
    'BEGIN CASE $1 ' || branches || ' ELSE NULL; END CASE; END');
END $$;
SELECT register_record_kind('deal', 'r.title', owner_id => 'r.owner_id');
SELECT register_record_kind('customer', 'r.name', 'r.name_en', 'r.owner_id');

-- May the one who asks see the record? For policies of what belongs to a record.
CREATE FUNCTION app_sees_record(kind text, id uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS
  $$ SELECT EXISTS (SELECT FROM app_record(kind, id)) $$;

-- What the scope of a person is made of (see lib/platform/scope.ts): role, the units below and including
-- those they manage today, those they manage, and those that once were below them. Nothing for reps.
CREATE FUNCTION person_scope(person uuid) RETURNS TABLE (role text, unit_ids uuid[], managed_unit_ids uuid[], past_unit_ids uuid[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH day AS (SELECT business_today() AS today),
  managed AS (
    SELECT a.unit_id FROM assignment a, day
    WHERE a.user_id = person AND a.kind = 'manager' AND today >= a.valid_from AND today < a.valid_to
  ), below AS (
    SELECT a.unit_id, bool_or(today >= a.valid_from AND today < a.valid_to) AS now
    FROM unit_ancestor a JOIN managed m ON m.unit_id = a.ancestor_id, day
    GROUP BY a.unit_id
  )
  SELECT u.role::text,
    CASE WHEN u.role = 'rep' THEN '{}' ELSE ARRAY(SELECT b.unit_id FROM below b WHERE b.now) END,
    CASE WHEN u.role = 'rep' THEN '{}' ELSE ARRAY(SELECT m.unit_id FROM managed m) END,
    CASE WHEN u.role = 'rep' THEN '{}' ELSE ARRAY(SELECT b.unit_id FROM below b WHERE NOT b.now) END
  FROM "user" u WHERE u.id = person
$$;

-- Which of these people may see the record: asked under the scope of each, as if they did themselves.
-- Disabled people see nothing. The caller's own role and scope are as before afterwards.
CREATE FUNCTION app_people_seeing(kind text, id uuid, people uuid[]) RETURNS uuid[] LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  mine text[] := ARRAY[current_setting('role'), current_setting('app.user_id', true), current_setting('app.role', true),
    current_setting('app.unit_ids', true), current_setting('app.managed_unit_ids', true), current_setting('app.past_unit_ids', true)];
  candidates jsonb := (SELECT jsonb_agg(jsonb_build_object('id', u.id, 'role', s.role, 'units', s.unit_ids::text,
      'managed', s.managed_unit_ids::text, 'past', s.past_unit_ids::text))
    FROM "user" u CROSS JOIN LATERAL person_scope(u.id) s WHERE u.id = ANY (people) AND u.status = 'active');
  one jsonb;
  seeing uuid[] := '{}';
BEGIN
  FOR one IN SELECT value FROM jsonb_array_elements(candidates) LOOP
    PERFORM set_config('role', 'closeloop_app', true), set_config('app.user_id', one->>'id', true), set_config('app.role', one->>'role', true),
      set_config('app.unit_ids', one->>'units', true), set_config('app.managed_unit_ids', one->>'managed', true),
      set_config('app.past_unit_ids', one->>'past', true);
    IF app_sees_record(kind, id) THEN seeing := seeing || (one->>'id')::uuid; END IF;
  END LOOP;
  PERFORM set_config('role', mine[1], true), set_config('app.user_id', coalesce(mine[2], ''), true),
    set_config('app.role', coalesce(mine[3], ''), true), set_config('app.unit_ids', coalesce(mine[4], ''), true),
    set_config('app.managed_unit_ids', coalesce(mine[5], ''), true), set_config('app.past_unit_ids', coalesce(mine[6], ''), true);
  RETURN seeing;
END $$;
