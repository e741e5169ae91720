CREATE TYPE "activity_kind" AS ENUM ('call', 'visit', 'meeting', 'mail', 'message', 'proposal', 'demo', 'training');
CREATE TYPE "activity_status" AS ENUM ('planned', 'done');
CREATE TYPE "activity_outcome" AS ENUM ('positive', 'neutral', 'negative', 'unreached');

CREATE TABLE "activity" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "activity_kind" NOT NULL,
    "status" "activity_status" NOT NULL DEFAULT 'planned',
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3),
    "minutes" INTEGER,
    "subject" TEXT,
    "outcome" "activity_outcome",
    "notes" TEXT,
    "next_step" TEXT,
    "next_step_on" DATE,
    "deal_id" UUID,
    "customer_id" UUID,
    "owner_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "follows_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "activity_follows_id_key" ON "activity"("follows_id");
CREATE INDEX "activity_owner_id_status_day_idx" ON "activity"("owner_id", "status", "day");
CREATE INDEX "activity_unit_id_day_idx" ON "activity"("unit_id", "day");
CREATE INDEX "activity_deal_id_day_idx" ON "activity"("deal_id", "day");
CREATE INDEX "activity_customer_id_day_idx" ON "activity"("customer_id", "day");
CREATE INDEX "activity_day_id_idx" ON "activity"("day", "id");

ALTER TABLE "activity" ADD CONSTRAINT "activity_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "activity" ADD CONSTRAINT "activity_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "activity" ADD CONSTRAINT "activity_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity" ADD CONSTRAINT "activity_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity" ADD CONSTRAINT "activity_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "activity" ADD CONSTRAINT "activity_minutes_check" CHECK ("minutes" BETWEEN 0 AND 1440);
ALTER TABLE "activity" ADD CONSTRAINT "activity_day_check" CHECK ("day" >= '1970-01-01' AND "day" < '2101-01-01');

SELECT secure_table('activity');
SELECT audit_table('activity');
SELECT undo_table('activity');

-- Seen by its owner, the managers of its unit, and whoever sees the deal or the customer it is about.
GRANT SELECT, INSERT, UPDATE, DELETE ON activity TO closeloop_app;
CREATE POLICY visible_read ON activity FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, day))
  OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id)
  OR EXISTS (SELECT FROM customer c WHERE c.id = customer_id));

-- Written by the owner and the managers of its unit, and only for a unit the owner belongs to, then or
-- now: nobody adds to the figures of others.
DO $$
DECLARE
  mine text := '(SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])';
  belongs text := '(SELECT app_sees_all()) OR EXISTS (SELECT FROM assignment a
    WHERE a.user_id = activity.owner_id AND a.unit_id = activity.unit_id
      AND ((activity.day >= a.valid_from AND activity.day < a.valid_to)
        OR ((SELECT business_today()) >= a.valid_from AND (SELECT business_today()) < a.valid_to)))';
BEGIN
  EXECUTE format('CREATE POLICY own_insert ON activity FOR INSERT TO closeloop_app WITH CHECK ((%s) AND (%s))', mine, belongs);
  EXECUTE format('CREATE POLICY own_update ON activity FOR UPDATE TO closeloop_app USING (%s) WITH CHECK ((%s) AND (%s))', mine, mine, belongs);
  EXECUTE format('CREATE POLICY own_delete ON activity FOR DELETE TO closeloop_app USING (%s)', mine);
END $$;

-- What an activity names must be visible to whoever makes it name it; what it named before stays, so
-- that a follow-up can still be closed after its deal went to somebody else. Runs as the writer.
CREATE FUNCTION check_activity_references() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.deal_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.deal_id IS DISTINCT FROM OLD.deal_id)
     AND NOT EXISTS (SELECT FROM deal d WHERE d.id = NEW.deal_id) THEN
    RAISE EXCEPTION 'activity names a deal its writer does not see' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.customer_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.customer_id IS DISTINCT FROM OLD.customer_id)
     AND NOT EXISTS (SELECT FROM customer c WHERE c.id = NEW.customer_id) THEN
    RAISE EXCEPTION 'activity names a customer its writer does not see' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.follows_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.follows_id IS DISTINCT FROM OLD.follows_id)
     AND NOT EXISTS (SELECT FROM activity f WHERE f.id = NEW.follows_id) THEN
    RAISE EXCEPTION 'activity follows one its writer does not see' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_references BEFORE INSERT OR UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION check_activity_references();
