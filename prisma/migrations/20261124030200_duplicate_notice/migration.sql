-- Whoever asks about a customer they may not see is heard: its owner is told; where there is none who
-- still works here the managers of its unit today; else the admins. Who that is stays here, the asker
-- only learns how many customers were asked about.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION people_of_customer(customer uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH owner AS (
    SELECT u.id FROM customer c JOIN "user" u ON u.id = c.owner_id WHERE c.id = $1 AND u.status = 'active'
  ), managers AS (
    SELECT u.id FROM customer c JOIN unit_ancestor x ON x.unit_id = c.unit_id
      JOIN assignment a ON a.unit_id = x.ancestor_id AND a.kind = 'manager' JOIN "user" u ON u.id = a.user_id
    WHERE c.id = $1 AND u.status = 'active' AND business_today() >= a.valid_from AND business_today() < a.valid_to
      AND business_today() >= x.valid_from AND business_today() < x.valid_to
  )
  SELECT ARRAY(SELECT id FROM owner
    UNION SELECT id FROM managers WHERE NOT EXISTS (SELECT FROM owner)
    UNION SELECT u.id FROM "user" u WHERE u.role = 'admin' AND u.status = 'active'
      AND NOT EXISTS (SELECT FROM owner) AND NOT EXISTS (SELECT FROM managers))
$$;
REVOKE EXECUTE ON FUNCTION people_of_customer(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION ask_about_customer(typed text, remark text) RETURNS int LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asked uuid;
  found int := 0;
BEGIN
  FOR asked IN
    INSERT INTO customer_request (customer_id, asked_by_id, typed_name, note)
      SELECT s.id, app_user_id(), typed, remark FROM similar_customers(typed) s
      WHERE app_user_id() IS NOT NULL AND s.closeness >= 0.6 AND NOT app_sees_customer(s.id)
        AND NOT EXISTS (SELECT FROM customer_request r WHERE r.customer_id = s.id AND r.asked_by_id = app_user_id() AND r.answered_at IS NULL)
        AND (SELECT count(*) FROM customer_request r WHERE r.asked_by_id = app_user_id() AND r.answered_at IS NULL) < 20
      ORDER BY s.closeness DESC LIMIT 3
    RETURNING customer_id
  LOOP
    PERFORM add_notifications(people_of_customer(asked), 'duplicateAsked', 'customer', asked,
      jsonb_build_object('path', '/customers/requests', 'words', typed), false);
    found := found + 1;
  END LOOP;
  RETURN found;
END $$;
RESET ROLE;
