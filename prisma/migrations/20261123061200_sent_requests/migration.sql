-- Keys of forms that were sent: what is sent again, because the answer was lost, changes nothing twice.
-- Written in the transaction of the change itself, so that a change without its key cannot be.
CREATE TABLE "sent_request" (
    "key" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_request_pkey" PRIMARY KEY ("user_id", "key")
);
CREATE INDEX "sent_request_sent_at_idx" ON "sent_request"("sent_at");
ALTER TABLE "sent_request" ADD CONSTRAINT "sent_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT secure_table('sent_request');

-- Notes a key of the writer's. False where it is known: the change was made before. Two at once wait for
-- each other here. Forgets what is older than a month.
CREATE FUNCTION claim_request(request uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO sent_request (key, user_id) VALUES (request, app_user_id()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM sent_request WHERE (user_id, key) IN (
    SELECT s.user_id, s.key FROM sent_request s WHERE s.sent_at < now() - interval '31 days' LIMIT 50 FOR UPDATE SKIP LOCKED);
  RETURN true;
END $$;
ALTER FUNCTION claim_request(uuid) OWNER TO closeloop_system;
