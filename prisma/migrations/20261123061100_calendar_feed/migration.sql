CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "calendar_feed_user_id_key" ON "calendar_feed"("user_id");
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT secure_table('calendar_feed');
SELECT audit_table('calendar_feed');

-- Nobody's but one's own, admins included.
GRANT SELECT, INSERT, DELETE ON calendar_feed TO closeloop_app;
CREATE POLICY own_read ON calendar_feed FOR SELECT TO closeloop_app USING (user_id = (SELECT app_user_id()));
CREATE POLICY own_insert ON calendar_feed FOR INSERT TO closeloop_app WITH CHECK (user_id = (SELECT app_user_id()));
CREATE POLICY own_delete ON calendar_feed FOR DELETE TO closeloop_app USING (user_id = (SELECT app_user_id()));
