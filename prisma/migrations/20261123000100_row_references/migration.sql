-- A row may name only what its writer may use: being its owner is not enough. Without these checks a
-- rep could put a deal into a stranger's unit, or see any customer by making a deal with it.
--
-- The functions look past row security (a plain policy would recurse: a customer is visible through an
-- own deal) and answer yes or no only. They are STABLE: while a row is being changed they see it as it
-- was, so that what an update leaves alone stays allowed, whatever has moved since.
SET LOCAL ROLE closeloop_system;

-- The unit of one's own records: one managed now, or one that the person is or was a member of.
CREATE FUNCTION app_may_use_unit(unit uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_sees_all() OR unit = ANY (app_unit_ids())
    OR EXISTS (SELECT FROM assignment a WHERE a.user_id = app_user_id() AND a.unit_id = unit)
$$;

-- Whom the writer may name as owner: oneself, and for a manager the people of the own units.
CREATE FUNCTION app_may_give_to(person uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_sees_all() OR person = app_user_id()
    OR EXISTS (SELECT FROM assignment a WHERE a.user_id = person AND a.unit_id = ANY (app_unit_ids()))
$$;

CREATE FUNCTION app_sees_deal(deal uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM deal d WHERE d.id = $1 AND (
    app_sees_all() OR d.owner_id = app_user_id() OR d.unit_id = ANY (app_unit_ids())
    OR (d.unit_id = ANY (app_past_unit_ids()) AND app_was_below_me(d.unit_id, d.closed_on))))
$$;

-- Owner, manager of the unit today, admin: who saw it once as a former manager does not write it.
CREATE FUNCTION app_writes_deal(deal uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM deal d WHERE d.id = $1 AND (
    app_sees_all() OR d.owner_id = app_user_id() OR d.unit_id = ANY (app_unit_ids())))
$$;

-- The same rule as the policy that shows customers.
CREATE FUNCTION app_sees_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND (
    EXISTS (SELECT FROM customer c WHERE c.id = $1 AND (
      app_sees_all() OR c.owner_id = app_user_id() OR c.unit_id = ANY (app_unit_ids())))
    OR EXISTS (SELECT FROM deal d WHERE d.customer_id = $1 AND app_sees_deal(d.id))
    OR EXISTS (SELECT FROM sale s WHERE s.customer_id = $1 AND (
      s.owner_id = app_user_id() OR s.unit_id = ANY (app_unit_ids())
      OR (s.unit_id = ANY (app_past_unit_ids()) AND app_was_below_me(s.unit_id, s.sold_on)))))
$$;

-- Did the deal name them before this update?
CREATE FUNCTION app_deal_names(deal uuid, owner uuid, unit uuid, customer uuid) RETURNS TABLE (same_owner boolean, same_unit boolean, same_customer boolean)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.owner_id = $2, d.unit_id = $3, d.customer_id IS NOT DISTINCT FROM $4 FROM deal d WHERE d.id = $1
$$;
CREATE FUNCTION app_sale_names(sale uuid, owner uuid, unit uuid, customer uuid, deal uuid) RETURNS TABLE (same_owner boolean, same_unit boolean, same_customer boolean, same_deal boolean)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.owner_id IS NOT DISTINCT FROM $2, s.unit_id = $3, s.customer_id IS NOT DISTINCT FROM $4, s.deal_id IS NOT DISTINCT FROM $5
  FROM sale s WHERE s.id = $1
$$;
RESET ROLE;

-- Whom and what a deal and a sale may name, in one place for INSERT and UPDATE.
CREATE FUNCTION app_may_name(deal uuid, owner uuid, unit uuid, customer uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE old record;
BEGIN
  IF app_sees_all() THEN RETURN true; END IF;
  SELECT * INTO old FROM app_deal_names(deal, owner, unit, customer);
  RETURN (coalesce(old.same_owner, false) OR app_may_give_to(owner))
    AND (coalesce(old.same_unit, false) OR app_may_use_unit(unit))
    AND (customer IS NULL OR coalesce(old.same_customer, false) OR app_sees_customer(customer));
END $$;
CREATE FUNCTION app_may_name(sale uuid, owner uuid, unit uuid, customer uuid, deal uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE old record;
BEGIN
  IF app_sees_all() THEN RETURN true; END IF;
  SELECT * INTO old FROM app_sale_names(sale, owner, unit, customer, deal);
  RETURN (owner IS NULL OR coalesce(old.same_owner, false) OR app_may_give_to(owner))
    AND (coalesce(old.same_unit, false) OR app_may_use_unit(unit))
    AND (customer IS NULL OR coalesce(old.same_customer, false) OR app_sees_customer(customer))
    AND (deal IS NULL OR coalesce(old.same_deal, false) OR app_writes_deal(deal));
END $$;

DO $$
DECLARE
  mine text := '(SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])';
  named text;
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['deal', 'sale'] LOOP
    named := CASE t WHEN 'deal' THEN 'app_may_name(id, owner_id, unit_id, customer_id)'
      ELSE 'app_may_name(id, owner_id, unit_id, customer_id, deal_id)' END;
    EXECUTE format('DROP POLICY own_insert ON %I', t);
    EXECUTE format('DROP POLICY own_update ON %I', t);
    EXECUTE format('CREATE POLICY own_insert ON %I FOR INSERT TO closeloop_app WITH CHECK ((%s) AND %s)', t, mine, named);
    EXECUTE format('CREATE POLICY own_update ON %I FOR UPDATE TO closeloop_app USING (%s) WITH CHECK ((%s) AND %s)', t, mine, mine, named);
  END LOOP;
END $$;
