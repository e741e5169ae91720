-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "source" TEXT NOT NULL,
    "title" TEXT,
    "mapping" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "notes" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "batch_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "row_id" UUID,
    "before" JSONB,
    "created_ids" UUID[],

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_alias" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "import_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_upload" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "mapping" JSONB NOT NULL,
    "report" JSONB,
    "batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "import_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_upload_file" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "upload_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "import_upload_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_upload_chunk" (
    "file_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_upload_chunk_pkey" PRIMARY KEY ("file_id","part")
);

-- CreateTable
CREATE TABLE "import_rejection" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "upload_id" UUID,
    "batch_id" UUID,
    "kind" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "cells" TEXT[],

    CONSTRAINT "import_rejection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_batch_created_at_idx" ON "import_batch"("created_at" DESC);

-- CreateIndex
CREATE INDEX "import_batch_created_by_id_idx" ON "import_batch"("created_by_id");

-- CreateIndex
CREATE INDEX "import_change_batch_id_subject_idx" ON "import_change"("batch_id", "subject");

-- CreateIndex
CREATE INDEX "import_change_row_id_idx" ON "import_change"("row_id");

-- CreateIndex
CREATE INDEX "import_alias_created_by_id_idx" ON "import_alias"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_alias_source_kind_value_key" ON "import_alias"("source", "kind", "value");

-- CreateIndex
CREATE INDEX "import_upload_created_at_idx" ON "import_upload"("created_at" DESC);

-- CreateIndex
CREATE INDEX "import_upload_batch_id_idx" ON "import_upload"("batch_id");

-- CreateIndex
CREATE INDEX "import_upload_created_by_id_idx" ON "import_upload"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_upload_file_upload_id_name_key" ON "import_upload_file"("upload_id", "name");

-- CreateIndex
CREATE INDEX "import_rejection_upload_id_file_row_idx" ON "import_rejection"("upload_id", "file", "row");

-- CreateIndex
CREATE INDEX "import_rejection_batch_id_file_row_idx" ON "import_rejection"("batch_id", "file", "row");

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_alias" ADD CONSTRAINT "import_alias_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload_file" ADD CONSTRAINT "import_upload_file_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "import_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload_chunk" ADD CONSTRAINT "import_upload_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "import_upload_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejection" ADD CONSTRAINT "import_rejection_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "import_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejection" ADD CONSTRAINT "import_rejection_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Admins only: an import sees and changes everything. The system role runs imports from the command line.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import_batch','import_change','import_alias','import_upload','import_upload_file','import_upload_chunk','import_rejection']
  LOOP
    PERFORM secure_table(format('%I', t)::regclass);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO closeloop_app', t);
    EXECUTE format('CREATE POLICY admin_all ON %I TO closeloop_app USING ((SELECT app_sees_all())) WITH CHECK ((SELECT app_sees_all()))', t);
  END LOOP;
END $$;
-- What a batch did stays as it was.
REVOKE DELETE ON import_batch FROM closeloop_app;
REVOKE UPDATE, DELETE ON import_change FROM closeloop_app;

-- Imported rows are not audited one by one: the batch is, once its counts are known, unless it changed
-- nothing. The before-images are in import_change.
CREATE FUNCTION audit_import_batch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM import_change c WHERE c.batch_id = NEW.id) THEN RETURN NULL; END IF;
  INSERT INTO audit_entry (user_id, action, subject, row_id, after, batch_id, note)
    VALUES (NEW.created_by_id, 'import', 'import_batch', NEW.id::text,
      jsonb_build_object('source', NEW.source, 'title', NEW.title, 'files', NEW.files, 'counts', NEW.counts),
      NEW.id, nullif(current_setting('app.reason', true), ''));
  RETURN NULL;
END $$;
ALTER FUNCTION audit_import_batch() OWNER TO closeloop_system;
CREATE TRIGGER audit_batch AFTER UPDATE OF counts ON import_batch FOR EACH ROW EXECUTE FUNCTION audit_import_batch();
