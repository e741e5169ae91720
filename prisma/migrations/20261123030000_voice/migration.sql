-- CreateEnum
CREATE TYPE "feedback_kind" AS ENUM ('nps', 'csat', 'ces', 'complaint', 'praise', 'suggestion', 'lost_deal');

-- CreateEnum
CREATE TYPE "feedback_channel" AS ENUM ('visit', 'phone', 'message', 'email', 'store', 'online', 'form');

-- CreateEnum
CREATE TYPE "feedback_status" AS ENUM ('new', 'acknowledged', 'resolved');

-- CreateEnum
CREATE TYPE "feedback_severity" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "market_kind" AS ENUM ('price', 'product', 'promotion', 'people', 'trend', 'regulation', 'channel');

-- CreateEnum
CREATE TYPE "market_impact" AS ENUM ('strong_threat', 'threat', 'neutral', 'opportunity', 'strong_opportunity');

-- CreateEnum
CREATE TYPE "credibility" AS ENUM ('rumour', 'plausible', 'confirmed');

-- CreateTable
CREATE TABLE "feedback_theme" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "words" TEXT[],
    "words_en" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "feedback_kind" NOT NULL,
    "channel" "feedback_channel" NOT NULL,
    "score" INTEGER,
    "text" TEXT,
    "severity" "feedback_severity",
    "given_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "contact" TEXT,
    "customer_id" UUID,
    "deal_id" UUID,
    "product_id" UUID,
    "competitor_id" UUID,
    "owner_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "status" "feedback_status" NOT NULL DEFAULT 'new',
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by_id" UUID,
    "answer" TEXT,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "resolution" TEXT,
    "themes_confirmed_at" TIMESTAMPTZ(3),
    "themes_confirmed_by_id" UUID,
    "link_id" UUID,
    "form_key" UUID,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_tag" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "feedback_id" UUID NOT NULL,
    "theme_id" UUID NOT NULL,

    CONSTRAINT "feedback_tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_link" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" TEXT NOT NULL,
    "kind" "feedback_kind" NOT NULL,
    "customer_id" UUID,
    "deal_id" UUID,
    "owner_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "once" BOOLEAN NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_quota" (
    "bucket" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "form_quota_pkey" PRIMARY KEY ("bucket","starts_at")
);

-- CreateTable
CREATE TABLE "market_note" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kind" "market_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT,
    "happened_on" DATE NOT NULL,
    "competitor_id" UUID,
    "product_id" UUID,
    "unit_id" UUID,
    "impact" "market_impact" NOT NULL,
    "credibility" "credibility" NOT NULL,
    "source_url" TEXT,
    "price" DECIMAL(18,4),
    "currency" CHAR(3),
    "author_id" UUID NOT NULL,
    "author_unit_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "market_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "feedback_theme_name_key" ON "feedback_theme"("name");

-- CreateIndex
CREATE INDEX "feedback_customer_id_idx" ON "feedback"("customer_id");

-- CreateIndex
CREATE INDEX "feedback_deal_id_idx" ON "feedback"("deal_id");

-- CreateIndex
CREATE INDEX "feedback_product_id_idx" ON "feedback"("product_id");

-- CreateIndex
CREATE INDEX "feedback_competitor_id_idx" ON "feedback"("competitor_id");

-- CreateIndex
CREATE INDEX "feedback_owner_id_given_on_idx" ON "feedback"("owner_id", "given_on");

-- CreateIndex
CREATE INDEX "feedback_unit_id_given_on_idx" ON "feedback"("unit_id", "given_on");

-- CreateIndex
CREATE INDEX "feedback_given_on_id_idx" ON "feedback"("given_on", "id");

-- CreateIndex
CREATE INDEX "feedback_status_given_on_idx" ON "feedback"("status", "given_on");

-- CreateIndex
CREATE INDEX "feedback_acknowledged_by_id_idx" ON "feedback"("acknowledged_by_id");

-- CreateIndex
CREATE INDEX "feedback_resolved_by_id_idx" ON "feedback"("resolved_by_id");

-- CreateIndex
CREATE INDEX "feedback_themes_confirmed_by_id_idx" ON "feedback"("themes_confirmed_by_id");

-- CreateIndex
CREATE INDEX "feedback_created_by_id_idx" ON "feedback"("created_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_link_id_form_key_key" ON "feedback"("link_id", "form_key");

-- CreateIndex
CREATE INDEX "feedback_tag_theme_id_idx" ON "feedback_tag"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_tag_feedback_id_theme_id_key" ON "feedback_tag"("feedback_id", "theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_link_token_hash_key" ON "feedback_link"("token_hash");

-- CreateIndex
CREATE INDEX "feedback_link_customer_id_idx" ON "feedback_link"("customer_id");

-- CreateIndex
CREATE INDEX "feedback_link_deal_id_idx" ON "feedback_link"("deal_id");

-- CreateIndex
CREATE INDEX "feedback_link_owner_id_idx" ON "feedback_link"("owner_id");

-- CreateIndex
CREATE INDEX "feedback_link_unit_id_idx" ON "feedback_link"("unit_id");

-- CreateIndex
CREATE INDEX "feedback_link_created_by_id_idx" ON "feedback_link"("created_by_id");

-- CreateIndex
CREATE INDEX "form_quota_starts_at_idx" ON "form_quota"("starts_at");

-- CreateIndex
CREATE INDEX "market_note_happened_on_id_idx" ON "market_note"("happened_on", "id");

-- CreateIndex
CREATE INDEX "market_note_competitor_id_happened_on_idx" ON "market_note"("competitor_id", "happened_on");

-- CreateIndex
CREATE INDEX "market_note_product_id_idx" ON "market_note"("product_id");

-- CreateIndex
CREATE INDEX "market_note_unit_id_idx" ON "market_note"("unit_id");

-- CreateIndex
CREATE INDEX "market_note_author_id_idx" ON "market_note"("author_id");

-- CreateIndex
CREATE INDEX "market_note_author_unit_id_idx" ON "market_note"("author_unit_id");

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_competitor_id_fkey" FOREIGN KEY ("competitor_id") REFERENCES "competitor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_themes_confirmed_by_id_fkey" FOREIGN KEY ("themes_confirmed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "feedback_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_tag" ADD CONSTRAINT "feedback_tag_feedback_id_fkey" FOREIGN KEY ("feedback_id") REFERENCES "feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_tag" ADD CONSTRAINT "feedback_tag_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "feedback_theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_link" ADD CONSTRAINT "feedback_link_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_link" ADD CONSTRAINT "feedback_link_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_link" ADD CONSTRAINT "feedback_link_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_link" ADD CONSTRAINT "feedback_link_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_link" ADD CONSTRAINT "feedback_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_note" ADD CONSTRAINT "market_note_competitor_id_fkey" FOREIGN KEY ("competitor_id") REFERENCES "competitor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_note" ADD CONSTRAINT "market_note_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_note" ADD CONSTRAINT "market_note_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_note" ADD CONSTRAINT "market_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "market_note" ADD CONSTRAINT "market_note_author_unit_id_fkey" FOREIGN KEY ("author_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A survey has a score on its own scale; nothing else has one.
ALTER TABLE "feedback" ADD CONSTRAINT feedback_score CHECK (CASE kind
  WHEN 'nps' THEN score BETWEEN 0 AND 10
  WHEN 'csat' THEN score BETWEEN 1 AND 5
  WHEN 'ces' THEN score BETWEEN 1 AND 7
  ELSE score IS NULL END IS TRUE);
ALTER TABLE "feedback_link" ADD CONSTRAINT feedback_link_survey CHECK (kind IN ('nps', 'csat', 'ces'));
ALTER TABLE "feedback_link" ADD CONSTRAINT feedback_link_once CHECK (NOT once OR uses <= 1);
ALTER TABLE "market_note" ADD CONSTRAINT market_note_source CHECK (source_url ~* '^https?://');
ALTER TABLE "market_note" ADD CONSTRAINT market_note_price CHECK ((price IS NULL) = (currency IS NULL));

SELECT secure_table(t::regclass) FROM unnest(ARRAY['feedback_theme', 'feedback', 'feedback_tag', 'feedback_link', 'form_quota', 'market_note']) t;
SELECT audit_table(t::regclass) FROM unnest(ARRAY['feedback_theme', 'feedback', 'feedback_tag', 'feedback_link', 'market_note']) t;
SELECT undo_table(t::regclass) FROM unnest(ARRAY['feedback', 'feedback_tag', 'feedback_link', 'market_note']) t;

-- Themes and their words: everybody reads, admins write.
GRANT SELECT, INSERT, UPDATE, DELETE ON feedback_theme TO closeloop_app;
CREATE POLICY signed_in_read ON feedback_theme FOR SELECT TO closeloop_app USING ((SELECT app_user_id()) IS NOT NULL);
CREATE POLICY admin_insert ON feedback_theme FOR INSERT TO closeloop_app WITH CHECK ((SELECT app_sees_all()));
CREATE POLICY admin_update ON feedback_theme FOR UPDATE TO closeloop_app USING ((SELECT app_sees_all())) WITH CHECK ((SELECT app_sees_all()));
CREATE POLICY admin_delete ON feedback_theme FOR DELETE TO closeloop_app USING ((SELECT app_sees_all()));

-- Did the feedback name them before this update? What an update leaves alone stays allowed.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION app_feedback_names(feedback uuid, owner uuid, unit uuid, customer uuid, deal uuid) RETURNS TABLE (same_owner boolean, same_unit boolean, same_customer boolean, same_deal boolean)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.owner_id = $2, f.unit_id = $3, f.customer_id IS NOT DISTINCT FROM $4, f.deal_id IS NOT DISTINCT FROM $5
  FROM feedback f WHERE f.id = $1
$$;
RESET ROLE;

-- Whom and what feedback and a link to the form may name.
CREATE FUNCTION app_may_name_in_feedback(feedback uuid, owner uuid, unit uuid, customer uuid, deal uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE old record;
BEGIN
  IF app_sees_all() THEN RETURN true; END IF;
  SELECT * INTO old FROM app_feedback_names(feedback, owner, unit, customer, deal);
  RETURN (coalesce(old.same_owner, false) OR app_may_give_to(owner))
    AND (coalesce(old.same_unit, false) OR app_may_use_unit(unit))
    AND (customer IS NULL OR coalesce(old.same_customer, false) OR app_sees_customer(customer))
    AND (deal IS NULL OR coalesce(old.same_deal, false) OR app_sees_deal(deal));
END $$;

-- Feedback is read by whoever answers it, by the managers of its unit, and by whoever has its deal or customer.
GRANT SELECT, INSERT, DELETE ON feedback TO closeloop_app;
GRANT UPDATE (kind, channel, score, text, severity, given_on, contact, customer_id, deal_id, product_id, competitor_id,
  owner_id, unit_id, status, acknowledged_at, acknowledged_by_id, answer, resolved_at, resolved_by_id, resolution,
  themes_confirmed_at, themes_confirmed_by_id, version, updated_at) ON feedback TO closeloop_app;
CREATE POLICY visible_read ON feedback FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, given_on))
  OR EXISTS (SELECT FROM deal d WHERE d.id = deal_id AND d.owner_id = (SELECT app_user_id()))
  OR EXISTS (SELECT FROM customer c WHERE c.id = customer_id AND c.owner_id = (SELECT app_user_id())));
-- Answers of the public form are written by the system; only an undone deletion brings one back otherwise.
DO $$
DECLARE
  mine text := '((SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]))';
  named text := 'app_may_name_in_feedback(id, owner_id, unit_id, customer_id, deal_id)';
BEGIN
  EXECUTE format('CREATE POLICY own_insert ON feedback FOR INSERT TO closeloop_app WITH CHECK (%s AND %s
    AND (coalesce(current_setting(''app.restoring'', true), '''') = ''on''
      OR (link_id IS NULL AND form_key IS NULL AND created_by_id = (SELECT app_user_id()))))', mine, named);
  EXECUTE format('CREATE POLICY own_update ON feedback FOR UPDATE TO closeloop_app USING (%s) WITH CHECK (%s AND %s)', mine, mine, named);
  EXECUTE format('CREATE POLICY own_delete ON feedback FOR DELETE TO closeloop_app USING (%s)', mine);
END $$;

GRANT SELECT, INSERT, DELETE ON feedback_tag TO closeloop_app;
CREATE POLICY visible_read ON feedback_tag FOR SELECT TO closeloop_app
  USING ((SELECT app_sees_all()) OR EXISTS (SELECT FROM feedback f WHERE f.id = feedback_id));
DO $$
DECLARE
  mine text := '(SELECT app_sees_all()) OR EXISTS (SELECT FROM feedback f WHERE f.id = feedback_id
    AND (f.owner_id = (SELECT app_user_id()) OR f.unit_id = ANY ((SELECT app_unit_ids())::uuid[])))';
BEGIN
  EXECUTE format('CREATE POLICY own_insert ON feedback_tag FOR INSERT TO closeloop_app WITH CHECK (%s)', mine);
  EXECUTE format('CREATE POLICY own_delete ON feedback_tag FOR DELETE TO closeloop_app USING (%s)', mine);
END $$;

-- A link is seen and ended by whoever gets its answers and by the managers of the unit. Only its end may be changed.
GRANT SELECT, INSERT ON feedback_link TO closeloop_app;
GRANT UPDATE (revoked_at) ON feedback_link TO closeloop_app;
CREATE POLICY visible_read ON feedback_link FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
CREATE POLICY own_insert ON feedback_link FOR INSERT TO closeloop_app WITH CHECK (
  uses = 0 AND created_by_id = (SELECT app_user_id())
  AND ((SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]))
  AND app_may_name_in_feedback(NULL, owner_id, unit_id, customer_id, deal_id));
CREATE POLICY own_update ON feedback_link FOR UPDATE TO closeloop_app
  USING ((SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));

-- Market notes: everybody reads them; the author, the managers above and admins change them.
GRANT SELECT, INSERT, DELETE ON market_note TO closeloop_app;
GRANT UPDATE (kind, title, text, happened_on, competitor_id, product_id, unit_id, impact, credibility, source_url,
  price, currency, version, updated_at) ON market_note TO closeloop_app;
CREATE POLICY signed_in_read ON market_note FOR SELECT TO closeloop_app USING ((SELECT app_user_id()) IS NOT NULL);
DO $$
DECLARE mine text := '((SELECT app_sees_all()) OR author_id = (SELECT app_user_id()) OR author_unit_id = ANY ((SELECT app_unit_ids())::uuid[]))';
BEGIN
  EXECUTE format('CREATE POLICY own_insert ON market_note FOR INSERT TO closeloop_app WITH CHECK (%s
    AND (author_id = (SELECT app_user_id()) OR coalesce(current_setting(''app.restoring'', true), '''') = ''on'')
    AND (author_unit_id IS NULL OR app_may_use_unit(author_unit_id)))', mine);
  EXECUTE format('CREATE POLICY own_update ON market_note FOR UPDATE TO closeloop_app USING (%s)', mine);
  EXECUTE format('CREATE POLICY own_delete ON market_note FOR DELETE TO closeloop_app USING (%s)', mine);
END $$;
