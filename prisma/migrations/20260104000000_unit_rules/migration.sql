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
