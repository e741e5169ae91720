-- What was booked for a deal stays while any of it has come back: a return without its sale would take
-- from the figures what they never had.
SET LOCAL ROLE closeloop_system;
CREATE OR REPLACE FUNCTION app_book_deal(deal uuid, order_no text, lines jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d record;
  taken integer;
BEGIN
  SELECT x.*, st.kind INTO d FROM deal x JOIN pipeline_stage st ON st.id = x.stage_id WHERE x.id = $1 FOR UPDATE OF x;
  IF d.id IS NULL OR NOT app_writes_deal($1) THEN
    RAISE EXCEPTION 'this deal is not the caller''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM sale s WHERE s.deal_id = $1 AND s.return_of_id IS NULL FOR UPDATE;
  IF EXISTS (SELECT FROM sale r JOIN sale s ON s.id = r.return_of_id WHERE s.deal_id = $1
      AND (s.source = 'deal' OR (s.source = d.source AND s.external_id = 'deal:' || d.external_id))) THEN
    RAISE EXCEPTION 'goods of this deal have come back' USING ERRCODE = 'restrict_violation';
  END IF;
  DELETE FROM sale s WHERE s.deal_id = $1
    AND (s.source = 'deal' OR (s.source = d.source AND s.external_id = 'deal:' || d.external_id));
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF jsonb_array_length(lines) = 0 THEN RETURN taken; END IF;
  IF d.kind <> 'won' OR d.closed_on IS NULL
    OR (SELECT sum((l->>'amount')::numeric) FROM jsonb_array_elements(lines) l) IS DISTINCT FROM d.booked_amount
    OR (SELECT sum((l->>'baseAmount')::numeric) FROM jsonb_array_elements(lines) l) IS DISTINCT FROM d.booked_base_amount
    OR EXISTS (SELECT FROM jsonb_array_elements(lines) l WHERE NOT (
      CASE WHEN d.is_shared THEN EXISTS (SELECT FROM deal_split s WHERE s.deal_id = d.id
          AND s.user_id = (l->>'ownerId')::uuid AND s.unit_id = (l->>'unitId')::uuid)
        ELSE (l->>'ownerId')::uuid = d.owner_id AND (l->>'unitId')::uuid = d.unit_id END)) THEN
    RAISE EXCEPTION 'the lines are not what the deal was won for' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO sale (sold_on, order_no, customer_id, product_id, unit_id, owner_id, deal_id, quantity, currency, amount, rate, base_amount, source)
    SELECT d.closed_on, $2, d.customer_id, (l->>'productId')::uuid, (l->>'unitId')::uuid, (l->>'ownerId')::uuid, d.id,
      (l->>'quantity')::numeric, d.currency, (l->>'amount')::numeric, d.rate, (l->>'baseAmount')::numeric, 'deal'
    FROM jsonb_array_elements(lines) WITH ORDINALITY x (l, n) ORDER BY n;
  RETURN taken;
END $$;
RESET ROLE;
