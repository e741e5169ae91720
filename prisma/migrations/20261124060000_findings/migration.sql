-- CreateEnum
CREATE TYPE "finding_kind" AS ENUM ('product_low', 'unit_low', 'win_rate_low', 'stage_leak', 'theme_rising', 'competitor_rising', 'target_at_risk', 'data_problem', 'own');

-- CreateEnum
CREATE TYPE "finding_status" AS ENUM ('proposed', 'confirmed', 'dismissed', 'merged');

-- CreateTable
CREATE TABLE "finding_run" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "root_unit_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "tests" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "fresh" INTEGER NOT NULL,
    "requested_by_id" UUID,
    "milliseconds" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "finding_kind" NOT NULL,
    "status" "finding_status" NOT NULL DEFAULT 'proposed',
    "fingerprint" TEXT,
    "unit_id" UUID NOT NULL,
    "user_id" UUID,
    "product_id" UUID,
    "stage_id" UUID,
    "theme_id" UUID,
    "competitor_id" UUID,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "note" TEXT,
    "evidence" JSONB,
    "size" DECIMAL(18,2),
    "sample_size" INTEGER,
    "p" DOUBLE PRECISION,
    "q" DOUBLE PRECISION,
    "severity" DOUBLE PRECISION,
    "found_on" DATE NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "run_id" UUID,
    "reason" TEXT,
    "dismissed_severity" DOUBLE PRECISION,
    "merged_into_id" UUID,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_evidence" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "finding_id" UUID NOT NULL,
    "feedback_id" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "finding_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_run_root_unit_id_created_at_idx" ON "finding_run"("root_unit_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "finding_run_requested_by_id_idx" ON "finding_run"("requested_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_fingerprint_key" ON "finding"("fingerprint");

-- CreateIndex
CREATE INDEX "finding_unit_id_status_idx" ON "finding"("unit_id", "status");

-- CreateIndex
CREATE INDEX "finding_status_size_idx" ON "finding"("status", "size" DESC);

-- CreateIndex
CREATE INDEX "finding_user_id_idx" ON "finding"("user_id");

-- CreateIndex
CREATE INDEX "finding_product_id_idx" ON "finding"("product_id");

-- CreateIndex
CREATE INDEX "finding_stage_id_idx" ON "finding"("stage_id");

-- CreateIndex
CREATE INDEX "finding_theme_id_idx" ON "finding"("theme_id");

-- CreateIndex
CREATE INDEX "finding_competitor_id_idx" ON "finding"("competitor_id");

-- CreateIndex
CREATE INDEX "finding_run_id_idx" ON "finding"("run_id");

-- CreateIndex
CREATE INDEX "finding_merged_into_id_idx" ON "finding"("merged_into_id");

-- CreateIndex
CREATE INDEX "finding_decided_by_id_idx" ON "finding"("decided_by_id");

-- CreateIndex
CREATE INDEX "finding_created_by_id_idx" ON "finding"("created_by_id");

-- CreateIndex
CREATE INDEX "finding_evidence_feedback_id_idx" ON "finding_evidence"("feedback_id");

-- CreateIndex
CREATE INDEX "finding_evidence_created_by_id_idx" ON "finding_evidence"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_evidence_finding_id_feedback_id_key" ON "finding_evidence"("finding_id", "feedback_id");

-- AddForeignKey
ALTER TABLE "finding_run" ADD CONSTRAINT "finding_run_root_unit_id_fkey" FOREIGN KEY ("root_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_run" ADD CONSTRAINT "finding_run_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "pipeline_stage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "feedback_theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_competitor_id_fkey" FOREIGN KEY ("competitor_id") REFERENCES "competitor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "finding_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "finding"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_feedback_id_fkey" FOREIGN KEY ("feedback_id") REFERENCES "feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_evidence" ADD CONSTRAINT "finding_evidence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "finding" ADD CONSTRAINT finding_not_into_itself CHECK (merged_into_id <> id);
ALTER TABLE "finding" ADD CONSTRAINT finding_dismissed_why CHECK (status <> 'dismissed' OR reason IS NOT NULL);
ALTER TABLE "finding" ADD CONSTRAINT finding_found_or_written CHECK ((kind = 'own') = (fingerprint IS NULL));

SELECT secure_table(t::regclass), audit_table(t::regclass) FROM unnest(ARRAY['finding_run', 'finding', 'finding_evidence']) t;
SELECT undo_table(t::regclass) FROM unnest(ARRAY['finding', 'finding_evidence']) t;
SELECT register_record_kind('finding', 'r.title', 'r.title_en', 'r.user_id');

-- Whether the one who asks may see a finding; for what a finding names another one, which its own policy cannot read.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION app_sees_finding(finding uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM finding f WHERE f.id = $1 AND (
    app_sees_all() OR f.user_id = app_user_id() OR f.created_by_id = app_user_id() OR f.unit_id = ANY (app_unit_ids())))
$$;
RESET ROLE;

-- Runs: who leads all the run looked at.
GRANT SELECT, INSERT ON finding_run TO closeloop_app;
CREATE POLICY visible_read ON finding_run FOR SELECT TO closeloop_app
  USING ((SELECT app_sees_all()) OR root_unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
CREATE POLICY own_insert ON finding_run FOR INSERT TO closeloop_app WITH CHECK (requested_by_id = (SELECT app_user_id())
  AND ((SELECT app_sees_all()) OR root_unit_id = ANY ((SELECT app_unit_ids())::uuid[])));

-- A finding is read by whoever leads its unit, by the person it is about, and by its author. Leaders decide;
-- somebody else may write about themselves, and change it until it is decided.
GRANT SELECT, INSERT, UPDATE, DELETE ON finding TO closeloop_app;
DO $$
DECLARE
  led text := '((SELECT app_sees_all()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]))';
  mine text := '(kind = ''own'' AND status = ''proposed'' AND created_by_id = (SELECT app_user_id()) AND user_id = (SELECT app_user_id()) AND app_may_use_unit(unit_id))';
  named text := '((user_id IS NULL OR app_may_give_to(user_id)) AND (merged_into_id IS NULL OR app_sees_finding(merged_into_id)))';
  restoring text := 'coalesce(current_setting(''app.restoring'', true), '''') = ''on''';
BEGIN
  EXECUTE format('CREATE POLICY visible_read ON finding FOR SELECT TO closeloop_app
    USING (%s OR user_id = (SELECT app_user_id()) OR created_by_id = (SELECT app_user_id()))', led);
  EXECUTE format('CREATE POLICY own_insert ON finding FOR INSERT TO closeloop_app WITH CHECK ((%s OR %s) AND %s
    AND (%s OR created_by_id IS NOT DISTINCT FROM CASE WHEN kind = ''own'' THEN (SELECT app_user_id()) END))', led, mine, named, restoring);
  EXECUTE format('CREATE POLICY own_update ON finding FOR UPDATE TO closeloop_app USING (%s OR %s) WITH CHECK ((%s OR %s) AND %s)', led, mine, led, mine, named);
  EXECUTE format('CREATE POLICY own_delete ON finding FOR DELETE TO closeloop_app USING (kind = ''own'' AND (%s OR %s))', led, mine);
END $$;

-- Feedback as evidence: who sees both links them; who linked it, or leads the unit, takes it away.
GRANT SELECT, INSERT, DELETE ON finding_evidence TO closeloop_app;
CREATE POLICY visible_read ON finding_evidence FOR SELECT TO closeloop_app
  USING (EXISTS (SELECT FROM finding f WHERE f.id = finding_id) AND EXISTS (SELECT FROM feedback b WHERE b.id = feedback_id));
CREATE POLICY own_insert ON finding_evidence FOR INSERT TO closeloop_app WITH CHECK (
  (created_by_id = (SELECT app_user_id()) OR coalesce(current_setting('app.restoring', true), '') = 'on')
  AND EXISTS (SELECT FROM finding f WHERE f.id = finding_id) AND EXISTS (SELECT FROM feedback b WHERE b.id = feedback_id));
CREATE POLICY own_delete ON finding_evidence FOR DELETE TO closeloop_app USING (created_by_id = (SELECT app_user_id())
  OR EXISTS (SELECT FROM finding f WHERE f.id = finding_id AND ((SELECT app_sees_all()) OR f.unit_id = ANY ((SELECT app_unit_ids())::uuid[]))));
