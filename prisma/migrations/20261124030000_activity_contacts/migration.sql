-- Who of the customer took part in a follow-up, or is to.
CREATE TABLE "activity_contact" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "activity_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "activity_contact_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "activity_contact_activity_id_contact_id_key" ON "activity_contact"("activity_id", "contact_id");
CREATE INDEX "activity_contact_contact_id_idx" ON "activity_contact"("contact_id");
ALTER TABLE "activity_contact" ADD CONSTRAINT "activity_contact_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "activity_contact" ADD CONSTRAINT "activity_contact_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT secure_table('activity_contact');
SELECT audit_table('activity_contact');
SELECT undo_table('activity_contact');

-- Seen by whoever sees the follow-up and the contact; a contact of another customer than the
-- follow-up's is no part of it. The inner queries run under the reader's own row security.
GRANT SELECT, INSERT, DELETE ON activity_contact TO closeloop_app;
CREATE POLICY visible_read ON activity_contact FOR SELECT TO closeloop_app USING (EXISTS (
  SELECT FROM activity a JOIN contact c ON c.customer_id = a.customer_id
  WHERE a.id = activity_contact.activity_id AND c.id = activity_contact.contact_id));
-- Written by whoever writes the follow-up.
DO $$
DECLARE
  writes text := 'SELECT FROM activity a JOIN contact c ON c.customer_id = a.customer_id
    WHERE a.id = activity_contact.activity_id AND c.id = activity_contact.contact_id
      AND ((SELECT app_sees_all()) OR a.owner_id = (SELECT app_user_id()) OR a.unit_id = ANY ((SELECT app_unit_ids())::uuid[]))';
BEGIN
  EXECUTE format('CREATE POLICY own_insert ON activity_contact FOR INSERT TO closeloop_app WITH CHECK (EXISTS (%s))', writes);
  EXECUTE format('CREATE POLICY own_delete ON activity_contact FOR DELETE TO closeloop_app USING (EXISTS (%s))', writes);
END $$;

-- Where a follow-up goes to another customer, those of the one before take no part in it, whether its
-- editor sees them or not. In a merge the contacts go first, so none of them is lost.
CREATE FUNCTION leave_contacts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM activity_contact p USING contact c
    WHERE p.activity_id = NEW.id AND c.id = p.contact_id AND c.customer_id = OLD.customer_id;
  RETURN NULL;
END $$;
ALTER FUNCTION leave_contacts() OWNER TO closeloop_system;
CREATE TRIGGER leave_contacts AFTER UPDATE OF customer_id ON activity FOR EACH ROW
  WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id) EXECUTE FUNCTION leave_contacts();
