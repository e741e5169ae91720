-- What was deleted can have become impossible meanwhile, e.g. a return of a line that by now came back
-- whole: that is 'changed', too, and no failure of ours.
CREATE OR REPLACE FUNCTION undo_removal(removal uuid) RETURNS text LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  pending jsonb;
  later jsonb;
  one jsonb;
  why text;
BEGIN
  SELECT jsonb_agg(to_jsonb(c) ORDER BY c.step DESC) INTO pending FROM claim_removal(removal) c;
  IF pending IS NULL THEN RETURN 'gone'; END IF;
  -- The last change first; but rows come before those that refer to them, so what fails is tried again.
  WHILE pending <> '[]' LOOP
    later := '[]';
    FOR one IN SELECT value FROM jsonb_array_elements(pending) LOOP
      BEGIN
        IF jsonb_typeof(one->'kept') = 'array' THEN PERFORM insert_kept_rows(one->>'subject', one->'kept');
        ELSIF NOT restore_step((one->>'step')::bigint) THEN RAISE EXCEPTION USING ERRCODE = 'CL001';
        END IF;
      EXCEPTION WHEN foreign_key_violation OR SQLSTATE 'CL001' THEN
        why := SQLSTATE;
        later := later || jsonb_build_array(one);
      END;
    END LOOP;
    IF jsonb_array_length(later) = jsonb_array_length(pending) THEN RAISE EXCEPTION USING ERRCODE = why; END IF;
    pending := later;
  END LOOP;
  PERFORM set_config('app.restoring', '', true);
  RETURN 'done';
EXCEPTION
  WHEN unique_violation OR exclusion_violation THEN RETURN 'taken';
  WHEN foreign_key_violation THEN RETURN 'missing';
  WHEN insufficient_privilege THEN RETURN 'forbidden';
  WHEN check_violation OR SQLSTATE 'CL001' THEN RETURN 'changed';
END $$;
