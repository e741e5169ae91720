-- Files that belong to records. A file comes in parts; when it is whole an attachment makes it visible.
-- With an S3-compatible store configured its content moves there and the pieces here are deleted.
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storage" TEXT NOT NULL DEFAULT 'database',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "ready_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "stored_piece" (
    "file_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    CONSTRAINT "stored_piece_pkey" PRIMARY KEY ("file_id", "part")
);
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "stored_file_user_id_idx" ON "stored_file"("user_id");
CREATE INDEX "stored_file_released_at_idx" ON "stored_file"("released_at");
CREATE INDEX "stored_file_ready_at_created_at_idx" ON "stored_file"("ready_at", "created_at");
CREATE UNIQUE INDEX "attachment_file_id_key" ON "attachment"("file_id");
CREATE INDEX "attachment_subject_kind_subject_id_created_at_idx" ON "attachment"("subject_kind", "subject_id", "created_at");
CREATE INDEX "attachment_author_id_idx" ON "attachment"("author_id");
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "stored_piece" ADD CONSTRAINT "stored_piece_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Compressed already, mostly: stored as it is.
ALTER TABLE "stored_piece" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
SELECT secure_table('stored_file');
SELECT secure_table('stored_piece');
SELECT secure_table('attachment');
SELECT audit_table('attachment');
SELECT undo_table('attachment');

-- An attachment is visible exactly when its record is. Whoever brought the file adds and deletes it.
GRANT SELECT, INSERT, DELETE ON attachment TO closeloop_app;
CREATE POLICY visible_read ON attachment FOR SELECT TO closeloop_app USING (app_sees_record(subject_kind, subject_id));
CREATE POLICY own_insert ON attachment FOR INSERT TO closeloop_app WITH CHECK (
  author_id = app_user_id() AND app_sees_record(subject_kind, subject_id)
  AND EXISTS (SELECT FROM stored_file f WHERE f.id = attachment.file_id AND f.user_id = app_user_id() AND f.ready_at IS NOT NULL
    AND f.subject_kind = attachment.subject_kind AND f.subject_id = attachment.subject_id AND f.size = attachment.size));
CREATE POLICY own_delete ON attachment FOR DELETE TO closeloop_app USING (author_id = app_user_id());

-- A file is for who brings it until an attachment shows it.
GRANT SELECT, INSERT ON stored_file TO closeloop_app;
GRANT UPDATE (ready_at, storage) ON stored_file TO closeloop_app;
CREATE POLICY visible_read ON stored_file FOR SELECT TO closeloop_app
  USING (user_id = app_user_id() OR EXISTS (SELECT FROM attachment a WHERE a.file_id = stored_file.id));
CREATE POLICY own_insert ON stored_file FOR INSERT TO closeloop_app
  WITH CHECK (user_id = app_user_id() AND app_sees_record(subject_kind, subject_id) AND ready_at IS NULL);
CREATE POLICY own_update ON stored_file FOR UPDATE TO closeloop_app
  USING (user_id = app_user_id() AND ready_at IS NULL) WITH CHECK (user_id = app_user_id());
GRANT SELECT, INSERT, DELETE ON stored_piece TO closeloop_app;
CREATE POLICY visible_read ON stored_piece FOR SELECT TO closeloop_app
  USING (EXISTS (SELECT FROM stored_file f WHERE f.id = stored_piece.file_id));
CREATE POLICY own_insert ON stored_piece FOR INSERT TO closeloop_app
  WITH CHECK (EXISTS (SELECT FROM stored_file f WHERE f.id = stored_piece.file_id AND f.user_id = app_user_id() AND f.ready_at IS NULL));
CREATE POLICY own_delete ON stored_piece FOR DELETE TO closeloop_app
  USING (EXISTS (SELECT FROM stored_file f WHERE f.id = stored_piece.file_id AND f.user_id = app_user_id() AND f.ready_at IS NULL));

-- The file of a deleted attachment waits for an undo.
CREATE FUNCTION note_released_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN UPDATE stored_file f SET released_at = now() WHERE f.id = OLD.file_id;
  ELSE UPDATE stored_file f SET released_at = NULL WHERE f.id = NEW.file_id AND f.released_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION note_released_file() OWNER TO closeloop_system;
CREATE TRIGGER note_released AFTER INSERT OR DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION note_released_file();

-- Forgets at most 20 files that nobody finished or that were deleted two days ago; the ids of those whose
-- content is in the S3-compatible store.
CREATE FUNCTION forget_stored_files() RETURNS SETOF uuid LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM stored_file f WHERE f.id IN (
      SELECT o.id FROM stored_file o
      WHERE (o.released_at < now() - interval '2 days' OR (o.ready_at IS NULL AND o.created_at < now() - interval '2 days'))
        AND NOT EXISTS (SELECT FROM attachment a WHERE a.file_id = o.id)
      LIMIT 20 FOR UPDATE SKIP LOCKED)
    RETURNING f.id, f.storage)
  SELECT id FROM gone WHERE storage = 's3'
$$;
ALTER FUNCTION forget_stored_files() OWNER TO closeloop_system;
