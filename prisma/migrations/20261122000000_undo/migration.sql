-- Undo after delete: while a removal is open in a transaction, every row that tables prepared by
-- undo_table() lose or change is kept as it was; undoing puts all of it back.
CREATE TABLE "removal" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "restored_at" TIMESTAMPTZ(3),
    CONSTRAINT "removal_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "removed_row" (
    "id" BIGSERIAL NOT NULL,
    "removal_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB,
    CONSTRAINT "removed_row_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "removal_user_id_idx" ON "removal"("user_id");
CREATE INDEX "removal_removed_at_idx" ON "removal"("removed_at");
CREATE INDEX "removed_row_removal_id_id_idx" ON "removed_row"("removal_id", "id");
ALTER TABLE "removal" ADD CONSTRAINT "removal_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "removed_row" ADD CONSTRAINT "removed_row_removal_id_fkey" FOREIGN KEY ("removal_id") REFERENCES "removal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Out of the application role's reach: the functions below are the only way to them.
SELECT secure_table('removal');
SELECT secure_table('removed_row');
GRANT USAGE ON SEQUENCE removed_row_id_seq TO closeloop_system;

CREATE FUNCTION capture_removed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  opened uuid := (SELECT r.id FROM removal r WHERE r.id = nullif(current_setting('app.removal_id', true), '')::uuid
    AND r.user_id = app_user_id() AND r.restored_at IS NULL);
BEGIN
  IF opened IS NULL THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN
    INSERT INTO removed_row (removal_id, subject, before)
      SELECT opened, TG_TABLE_NAME, jsonb_agg(to_jsonb(o)) FROM old_rows o HAVING count(*) > 0;
  ELSE
    INSERT INTO removed_row (removal_id, subject, before, after)
      SELECT opened, TG_TABLE_NAME, jsonb_agg(to_jsonb(o)), jsonb_agg(to_jsonb(n))
      FROM old_rows o JOIN new_rows n USING (id) WHERE to_jsonb(o) <> to_jsonb(n) HAVING count(*) > 0;
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION capture_removed() OWNER TO closeloop_system;

-- Call for each table with an id whose rows may come back: the one that is deleted from, and those that
-- lose or change rows with it (ON DELETE CASCADE, SET NULL).
CREATE FUNCTION undo_table(tbl regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  while_open text := 'FOR EACH STATEMENT WHEN (coalesce(current_setting(''app.removal_id'', true), '''') <> '''') EXECUTE FUNCTION capture_removed()';
BEGIN
  EXECUTE format('CREATE TRIGGER undo_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows %s', tbl, while_open);
  EXECUTE format('CREATE TRIGGER undo_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows %s', tbl, while_open);
END $$;

-- Opens a removal from `subject` for the rest of the transaction, and forgets what is past undoing.
CREATE FUNCTION start_removal(subject text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE opened uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgname = 'undo_delete' AND t.tgrelid = to_regclass(format('public.%I', start_removal.subject))) THEN
    RAISE EXCEPTION 'undo_table was not called for %', start_removal.subject;
  END IF;
  DELETE FROM removal r WHERE r.id IN (
    SELECT old.id FROM removal old WHERE old.removed_at < now() - interval '1 day' LIMIT 100 FOR UPDATE SKIP LOCKED);
  INSERT INTO removal (user_id, subject) VALUES (app_user_id(), start_removal.subject) RETURNING id INTO opened;
  PERFORM set_config('app.removal_id', opened::text, true);
  RETURN opened;
END $$;
ALTER FUNCTION start_removal(text) OWNER TO closeloop_system;

-- Closes it. False where nothing of its subject was deleted.
CREATE FUNCTION end_removal(removal uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.removal_id', '', true);
  RETURN EXISTS (SELECT FROM removed_row w JOIN removal r ON r.id = w.removal_id
    WHERE r.id = end_removal.removal AND r.user_id = app_user_id() AND w.subject = r.subject AND w.after IS NULL);
END $$;
ALTER FUNCTION end_removal(uuid) OWNER TO closeloop_system;

-- The columns of a table that can be written.
CREATE FUNCTION written_columns(subject text) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
  WHERE a.attrelid = format('public.%I', subject)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
$$;
ALTER FUNCTION written_columns(text) OWNER TO closeloop_system;

CREATE FUNCTION insert_kept_rows(subject text, kept jsonb) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('INSERT INTO public.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM jsonb_populate_recordset(NULL::public.%1$I, $1)',
    subject, written_columns(subject)) USING kept;
END $$;
ALTER FUNCTION insert_kept_rows(text, jsonb) OWNER TO closeloop_system;

-- Takes hold of a removal of one's own, of the last day, not yet undone: its steps. The
-- rows of the subject itself are handed out, because they are inserted with the rights of who asks.
CREATE FUNCTION claim_removal(removal uuid) RETURNS TABLE (step bigint, subject text, kept jsonb) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE main text;
BEGIN
  UPDATE removal r SET restored_at = now() WHERE r.id = claim_removal.removal AND r.user_id = app_user_id()
    AND r.restored_at IS NULL AND r.removed_at >= now() - interval '1 day' RETURNING r.subject INTO main;
  IF main IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.restoring', 'on', true);
  RETURN QUERY SELECT w.id, w.subject, CASE WHEN w.subject = main AND w.after IS NULL THEN w.before END
    FROM removed_row w WHERE w.removal_id = claim_removal.removal;
END $$;
ALTER FUNCTION claim_removal(uuid) OWNER TO closeloop_system;

-- One further step of a removal claimed in this transaction: rows that went or changed along with the
-- subject. A row that somebody has changed since is not touched: the answer is false.
CREATE FUNCTION restore_step(wanted bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept removed_row;
  columns text;
  touched bigint;
BEGIN
  SELECT w.* INTO kept FROM removed_row w JOIN removal r ON r.id = w.removal_id
    WHERE w.id = wanted AND r.user_id = app_user_id() AND r.restored_at = now()::timestamptz(3);
  IF kept.id IS NULL THEN RETURN false; END IF;
  IF kept.after IS NULL THEN
    PERFORM insert_kept_rows(kept.subject, kept.before);
    RETURN true;
  END IF;
  columns := written_columns(kept.subject);
  EXECUTE format('UPDATE public.%1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::public.%1$I, b))
      FROM jsonb_array_elements($1) WITH ORDINALITY AS was (b, n) JOIN jsonb_array_elements($2) WITH ORDINALITY AS now (a, n) USING (n)
      WHERE t.id = (b->>''id'')::uuid AND to_jsonb(t) = a', kept.subject, columns) USING kept.before, kept.after;
  GET DIAGNOSTICS touched = ROW_COUNT;
  RETURN touched = jsonb_array_length(kept.before);
END $$;
ALTER FUNCTION restore_step(bigint) OWNER TO closeloop_system;

-- Undoes a removal. 'done', or why nothing was: 'gone' (not one's own, too old, undone already), 'taken'
-- (something else has a name or number that must be unique), 'missing' (what it belonged to no longer
-- exists), 'changed' (somebody changed what would be put back), 'forbidden' (one may no longer write it).
CREATE FUNCTION undo_removal(removal uuid) RETURNS text LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  pending jsonb;
  later jsonb;
  one jsonb;
  why text;
BEGIN
  SELECT jsonb_agg(to_jsonb(c) ORDER BY c.step DESC) INTO pending FROM claim_removal(removal) c;
  IF pending IS NULL THEN RETURN 'gone'; END IF;
  -- The last change first; but rows come before those that refer to them, so what fails is tried again.
  WHILE pending <> '[]' LOOP
    later := '[]';
    FOR one IN SELECT value FROM jsonb_array_elements(pending) LOOP
      BEGIN
        IF jsonb_typeof(one->'kept') = 'array' THEN PERFORM insert_kept_rows(one->>'subject', one->'kept');
        ELSIF NOT restore_step((one->>'step')::bigint) THEN RAISE EXCEPTION USING ERRCODE = 'CL001';
        END IF;
      EXCEPTION WHEN foreign_key_violation OR SQLSTATE 'CL001' THEN
        why := SQLSTATE;
        later := later || jsonb_build_array(one);
      END;
    END LOOP;
    IF jsonb_array_length(later) = jsonb_array_length(pending) THEN RAISE EXCEPTION USING ERRCODE = why; END IF;
    pending := later;
  END LOOP;
  PERFORM set_config('app.restoring', '', true);
  RETURN 'done';
EXCEPTION
  WHEN unique_violation OR exclusion_violation THEN RETURN 'taken';
  WHEN foreign_key_violation THEN RETURN 'missing';
  WHEN insufficient_privilege THEN RETURN 'forbidden';
  WHEN SQLSTATE 'CL001' THEN RETURN 'changed';
END $$;

-- A restored deal brings its history back; it does not start a new one.
DROP TRIGGER history_insert ON deal;
CREATE TRIGGER history_insert AFTER INSERT ON deal REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
  WHEN (coalesce(current_setting('app.restoring', true), '') <> 'on') EXECUTE FUNCTION record_deal_history();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['deal', 'deal_line', 'deal_history', 'customer', 'sale'] LOOP
    PERFORM undo_table(format('%I', t)::regclass);
  END LOOP;
END $$;
