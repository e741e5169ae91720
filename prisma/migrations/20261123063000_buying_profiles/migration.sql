-- CreateEnum
CREATE TYPE "value_driver" AS ENUM ('price', 'quality', 'service', 'brand', 'delivery', 'features', 'relationship');

-- CreateEnum
CREATE TYPE "buying_motive" AS ENUM ('replacement', 'growth', 'cost_saving', 'compliance', 'new_project', 'upgrade', 'risk');

-- CreateEnum
CREATE TYPE "decision_stage" AS ENUM ('need', 'search', 'evaluation', 'shortlist', 'approval', 'decided');

-- CreateTable
CREATE TABLE "buying_profile" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "deal_id" UUID,
    "customer_id" UUID,
    "drivers" "value_driver"[],
    "motive" "buying_motive",
    "decision_stage" "decision_stage",
    "criteria" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "buying_profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "buying_profile_person" (
    "profile_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "role" "decision_role" NOT NULL,

    CONSTRAINT "buying_profile_person_pkey" PRIMARY KEY ("profile_id","contact_id")
);

-- CreateIndex
CREATE INDEX "buying_profile_deal_id_created_at_idx" ON "buying_profile"("deal_id", "created_at");

-- CreateIndex
CREATE INDEX "buying_profile_customer_id_created_at_idx" ON "buying_profile"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "buying_profile_created_by_id_idx" ON "buying_profile"("created_by_id");

-- CreateIndex
CREATE INDEX "buying_profile_person_contact_id_idx" ON "buying_profile_person"("contact_id");

-- AddForeignKey
ALTER TABLE "buying_profile" ADD CONSTRAINT "buying_profile_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "buying_profile" ADD CONSTRAINT "buying_profile_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "buying_profile" ADD CONSTRAINT "buying_profile_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "buying_profile_person" ADD CONSTRAINT "buying_profile_person_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "buying_profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "buying_profile_person" ADD CONSTRAINT "buying_profile_person_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "buying_profile" ADD CONSTRAINT "buying_profile_of_one" CHECK ((deal_id IS NULL) <> (customer_id IS NULL));
ALTER TABLE "buying_profile" ADD CONSTRAINT "buying_profile_drivers" CHECK (cardinality(drivers) <= 7);

SELECT secure_table('buying_profile');
SELECT secure_table('buying_profile_person');
SELECT audit_table('buying_profile');
SELECT undo_table('buying_profile');
SELECT undo_table('buying_profile_person');

-- Versions are added, never changed: by whoever writes the deal or works with the customer.
GRANT SELECT, INSERT ON buying_profile, buying_profile_person TO closeloop_app;
CREATE POLICY visible_read ON buying_profile FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR (deal_id IS NOT NULL AND EXISTS (SELECT FROM deal d WHERE d.id = buying_profile.deal_id))
  OR (customer_id IS NOT NULL AND EXISTS (SELECT FROM customer c WHERE c.id = buying_profile.customer_id)));
CREATE POLICY writing_insert ON buying_profile FOR INSERT TO closeloop_app WITH CHECK (
  created_by_id = (SELECT app_user_id()) AND (app_writes_deal(deal_id) OR app_works_with_customer(customer_id)));
CREATE POLICY visible_read ON buying_profile_person FOR SELECT TO closeloop_app
  USING (EXISTS (SELECT FROM buying_profile p WHERE p.id = buying_profile_person.profile_id));
-- People are named in the transaction of the version, not later, and only contacts of its customer.
CREATE POLICY writing_insert ON buying_profile_person FOR INSERT TO closeloop_app WITH CHECK (EXISTS (
  SELECT FROM buying_profile p JOIN contact c ON c.id = buying_profile_person.contact_id
  WHERE p.id = buying_profile_person.profile_id AND p.created_by_id = (SELECT app_user_id()) AND p.xmin = pg_current_xact_id()::xid
    AND c.customer_id = coalesce(p.customer_id, (SELECT d.customer_id FROM deal d WHERE d.id = p.deal_id))));
