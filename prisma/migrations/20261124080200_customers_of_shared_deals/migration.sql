-- Who shares a deal sees its customer, as everybody does who sees the deal; app_sees_customer says so too.
SET LOCAL ROLE closeloop_system;
CREATE OR REPLACE FUNCTION app_meet_customers() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  me uuid := app_user_id();
  units uuid[] := app_unit_ids();
  past uuid[] := app_past_unit_ids();
BEGIN
  RETURN coalesce((SELECT array_agg(c.id) FROM (
      SELECT d.customer_id FROM deal d WHERE d.customer_id IS NOT NULL AND (d.owner_id = me OR d.unit_id = ANY (units)
        OR (d.unit_id = ANY (past) AND app_was_below_me(d.unit_id, d.closed_on)))
      UNION
      SELECT d.customer_id FROM deal d WHERE d.customer_id IS NOT NULL AND d.id = ANY ((SELECT app_shared_deal_ids())::uuid[])
      UNION
      SELECT s.customer_id FROM sale s WHERE s.customer_id IS NOT NULL AND (s.owner_id = me OR s.unit_id = ANY (units)
        OR (s.unit_id = ANY (past) AND app_was_below_me(s.unit_id, s.sold_on)))
    ) m JOIN customer c ON c.id = m.customer_id
    WHERE me IS NOT NULL AND (c.owner_id = me OR c.unit_id = ANY (units)) IS NOT TRUE), '{}');
END $$;
RESET ROLE;
