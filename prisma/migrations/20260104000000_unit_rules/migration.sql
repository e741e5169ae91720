-- The tree of units as it follows from its edges, each unit with itself at depth 0. A cycle shows as a
-- unit above itself; it ends the walk there.
CREATE FUNCTION unit_closure() RETURNS TABLE (unit_id uuid, ancestor_id uuid, depth int, valid_from date, valid_to date)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH RECURSIVE up AS (
    SELECT u.id AS unit_id, u.id AS ancestor_id, 0 AS depth, '1900-01-01'::date AS f, '9999-12-31'::date AS t FROM unit u
    UNION ALL
    SELECT up.unit_id, e.parent_id, up.depth + 1, greatest(up.f, e.valid_from), least(up.t, e.valid_to)
    FROM up JOIN unit_edge e ON e.unit_id = up.ancestor_id AND e.valid_from < up.t AND e.valid_to > up.f
    WHERE up.depth < 20 AND (up.depth = 0 OR up.unit_id <> up.ancestor_id)
  )
  SELECT up.unit_id, up.ancestor_id, up.depth, up.f, up.t FROM up
$$;
ALTER FUNCTION unit_closure() OWNER TO closeloop_system;

CREATE OR REPLACE FUNCTION refresh_unit_ancestor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  LOCK TABLE unit_ancestor IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM unit_closure() c WHERE c.depth > 0 AND c.unit_id = c.ancestor_id) THEN
    RAISE EXCEPTION 'unit_cycle' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM unit_ancestor;
  INSERT INTO unit_ancestor (unit_id, ancestor_id, depth, valid_from, valid_to) SELECT * FROM unit_closure();
  RETURN NULL;
END $$;

-- At no time does a region stand below a region, so that a sale belongs to one region at most.
CREATE FUNCTION check_one_region() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM unit_ancestor a JOIN unit u ON u.id = a.unit_id JOIN unit p ON p.id = a.ancestor_id
             WHERE a.depth > 0 AND u.type = 'region' AND p.type = 'region') THEN
    RAISE EXCEPTION 'unit_region_below_region' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION check_one_region() OWNER TO closeloop_system;
CREATE TRIGGER z_check_one_region AFTER INSERT OR UPDATE ON unit_edge FOR EACH STATEMENT EXECUTE FUNCTION check_one_region();
CREATE TRIGGER z_check_one_region AFTER UPDATE OF type ON unit FOR EACH STATEMENT EXECUTE FUNCTION check_one_region();
