-- Who follows a record, or has said not to; owners follow without a row.
CREATE TABLE "follow" (
    "user_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "following" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "follow_pkey" PRIMARY KEY ("user_id", "subject_kind", "subject_id")
);
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "read_at" TIMESTAMPTZ(3),
    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "follow_subject_kind_subject_id_idx" ON "follow"("subject_kind", "subject_id");
CREATE INDEX "notification_user_id_created_at_id_idx" ON "notification"("user_id", "created_at" DESC, "id" DESC);
CREATE INDEX "notification_user_id_read_at_idx" ON "notification"("user_id", "read_at");
CREATE INDEX "notification_actor_id_idx" ON "notification"("actor_id");
CREATE INDEX "notification_subject_kind_subject_id_idx" ON "notification"("subject_kind", "subject_id");
ALTER TABLE "follow" ADD CONSTRAINT "follow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification" ADD CONSTRAINT "notification_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

SELECT secure_table('follow');
SELECT secure_table('notification');

-- One's own, and for a record one sees everybody who follows it. Nobody makes others follow.
GRANT SELECT, INSERT, UPDATE, DELETE ON follow TO closeloop_app;
CREATE POLICY visible_read ON follow FOR SELECT TO closeloop_app
  USING (user_id = app_user_id() OR app_sees_record(subject_kind, subject_id));
CREATE POLICY own_insert ON follow FOR INSERT TO closeloop_app
  WITH CHECK (user_id = app_user_id() AND app_sees_record(subject_kind, subject_id));
CREATE POLICY own_update ON follow FOR UPDATE TO closeloop_app
  USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id() AND app_sees_record(subject_kind, subject_id));
CREATE POLICY own_delete ON follow FOR DELETE TO closeloop_app USING (user_id = app_user_id());

-- Read by its receiver alone, admins included; only whether it is read can be changed.
GRANT SELECT, DELETE, UPDATE (read_at) ON notification TO closeloop_app;
CREATE POLICY own_read ON notification FOR SELECT TO closeloop_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY own_update ON notification FOR UPDATE TO closeloop_app USING (user_id = (SELECT app_user_id())) WITH CHECK (user_id = (SELECT app_user_id()));
CREATE POLICY own_delete ON notification FOR DELETE TO closeloop_app USING (user_id = (SELECT app_user_id()));

-- Writes one to each of the people but the one who acts. What somebody has not yet read of the same kind
-- about the same record is replaced where `replacing`: many changes are one line.
CREATE FUNCTION add_notifications(people uuid[], kind text, subject_kind text, subject_id uuid, details jsonb, replacing boolean)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF replacing THEN
    DELETE FROM notification n WHERE n.user_id = ANY (people) AND n.read_at IS NULL AND n.kind = add_notifications.kind
      AND n.subject_kind = add_notifications.subject_kind AND n.subject_id = add_notifications.subject_id;
  END IF;
  INSERT INTO notification (user_id, kind, actor_id, subject_kind, subject_id, details)
    SELECT DISTINCT person, add_notifications.kind, app_user_id(), add_notifications.subject_kind, add_notifications.subject_id, add_notifications.details
    FROM unnest(people) AS p (person) JOIN "user" u ON u.id = p.person AND u.status = 'active'
    WHERE p.person IS DISTINCT FROM app_user_id();
END $$;
ALTER FUNCTION add_notifications(uuid[], text, text, uuid, jsonb, boolean) OWNER TO closeloop_system;
