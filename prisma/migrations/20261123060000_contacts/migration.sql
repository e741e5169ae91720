-- CreateEnum
CREATE TYPE "decision_role" AS ENUM ('decision_maker', 'influencer', 'user', 'purchaser', 'gatekeeper', 'champion');

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "segment_id" UUID;

-- CreateTable
CREATE TABLE "customer_segment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "title" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "decision_role" "decision_role",
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_segment_name_key" ON "customer_segment"("name");

-- CreateIndex
CREATE INDEX "contact_customer_id_name_idx" ON "contact"("customer_id", "name");

-- CreateIndex
CREATE INDEX "customer_segment_id_idx" ON "customer"("segment_id");

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "customer_segment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT secure_table('customer_segment');
SELECT secure_table('contact');
SELECT audit_table('customer_segment');
SELECT audit_table('contact');

-- What everybody signed in may read and only an admin may change.
GRANT SELECT, INSERT, UPDATE, DELETE ON customer_segment TO closeloop_app;
CREATE POLICY signed_in_read ON customer_segment FOR SELECT TO closeloop_app USING ((SELECT app_user_id()) IS NOT NULL);
CREATE POLICY admin_insert ON customer_segment FOR INSERT TO closeloop_app WITH CHECK ((SELECT app_sees_all()));
CREATE POLICY admin_update ON customer_segment FOR UPDATE TO closeloop_app USING ((SELECT app_sees_all())) WITH CHECK ((SELECT app_sees_all()));
CREATE POLICY admin_delete ON customer_segment FOR DELETE TO closeloop_app USING ((SELECT app_sees_all()));

-- Who works with a customer: its owner, the managers of its unit, and whoever has a deal with it today.
-- Past deals of a unit that has moved away let their former manager read, not write.
CREATE FUNCTION app_works_with_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT app_sees_all()
    OR EXISTS (SELECT FROM customer c WHERE c.id = $1 AND (c.owner_id = app_user_id() OR c.unit_id = ANY (app_unit_ids())))
    OR EXISTS (SELECT FROM deal d WHERE d.customer_id = $1 AND (d.owner_id = app_user_id() OR d.unit_id = ANY (app_unit_ids())))
$$;
ALTER FUNCTION app_works_with_customer(uuid) OWNER TO closeloop_system;

-- Whoever sees a customer sees its contacts.
GRANT SELECT, INSERT, UPDATE, DELETE ON contact TO closeloop_app;
CREATE POLICY visible_read ON contact FOR SELECT TO closeloop_app
  USING ((SELECT app_sees_all()) OR EXISTS (SELECT FROM customer c WHERE c.id = contact.customer_id));
CREATE POLICY working_insert ON contact FOR INSERT TO closeloop_app WITH CHECK (app_works_with_customer(customer_id));
CREATE POLICY working_update ON contact FOR UPDATE TO closeloop_app
  USING (app_works_with_customer(customer_id)) WITH CHECK (app_works_with_customer(customer_id));
CREATE POLICY working_delete ON contact FOR DELETE TO closeloop_app USING (app_works_with_customer(customer_id));
