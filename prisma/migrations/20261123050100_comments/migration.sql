-- What people say about a record. In the text a mentioned person is @{their id}.
CREATE TABLE "comment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reply_to_id" UUID,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "edited_at" TIMESTAMPTZ(3),
    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "comment_subject_kind_subject_id_created_at_id_idx" ON "comment"("subject_kind", "subject_id", "created_at" DESC, "id" DESC);
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");
CREATE INDEX "comment_reply_to_id_idx" ON "comment"("reply_to_id");
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment" ADD CONSTRAINT "comment_reply_to_id_fkey" FOREIGN KEY ("reply_to_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
SELECT secure_table('comment');
SELECT audit_table('comment');
SELECT undo_table('comment');

-- A comment is visible exactly when its record is; only its author writes it, and only while they see the
-- record. An answer belongs to the record of what it answers.
GRANT SELECT, INSERT, UPDATE, DELETE ON comment TO closeloop_app;
CREATE POLICY visible_read ON comment FOR SELECT TO closeloop_app USING (app_sees_record(subject_kind, subject_id));
CREATE POLICY own_insert ON comment FOR INSERT TO closeloop_app WITH CHECK (
  author_id = app_user_id() AND app_sees_record(subject_kind, subject_id)
  AND (reply_to_id IS NULL OR EXISTS (SELECT FROM comment c WHERE c.id = comment.reply_to_id
    AND c.subject_kind = comment.subject_kind AND c.subject_id = comment.subject_id)));
CREATE POLICY own_delete ON comment FOR DELETE TO closeloop_app USING (author_id = app_user_id());
-- What it is about and whom it answers cannot be changed.
REVOKE UPDATE ON comment FROM closeloop_app;
GRANT UPDATE (body, version, edited_at) ON comment TO closeloop_app;
CREATE POLICY own_update ON comment FOR UPDATE TO closeloop_app
  USING (author_id = app_user_id()) WITH CHECK (author_id = app_user_id() AND app_sees_record(subject_kind, subject_id));
