-- CreateEnum
CREATE TYPE "hand_over_status" AS ENUM ('open', 'accepted', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "is_shared" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "probability_reason" TEXT;

-- CreateTable
CREATE TABLE "deal_split" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "deal_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "share_from" DECIMAL(5,4) NOT NULL,
    "share_to" DECIMAL(5,4) NOT NULL,

    CONSTRAINT "deal_split_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_hand_over" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "deal_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID,
    "to_unit_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "note" TEXT,
    "status" "hand_over_status" NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deal_split_user_id_idx" ON "deal_split"("user_id");

-- CreateIndex
CREATE INDEX "deal_split_unit_id_idx" ON "deal_split"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_split_deal_id_user_id_key" ON "deal_split"("deal_id", "user_id");

-- CreateIndex
CREATE INDEX "deal_hand_over_deal_id_idx" ON "deal_hand_over"("deal_id");

-- CreateIndex
CREATE INDEX "deal_hand_over_from_id_idx" ON "deal_hand_over"("from_id");

-- CreateIndex
CREATE INDEX "deal_hand_over_to_id_status_idx" ON "deal_hand_over"("to_id", "status");

-- CreateIndex
CREATE INDEX "deal_hand_over_to_unit_id_status_idx" ON "deal_hand_over"("to_unit_id", "status");

-- CreateIndex
CREATE INDEX "deal_hand_over_decided_by_id_idx" ON "deal_hand_over"("decided_by_id");

-- AddForeignKey
ALTER TABLE "deal_split" ADD CONSTRAINT "deal_split_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_split" ADD CONSTRAINT "deal_split_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_split" ADD CONSTRAINT "deal_split_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_hand_over" ADD CONSTRAINT "deal_hand_over_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_hand_over" ADD CONSTRAINT "deal_hand_over_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_hand_over" ADD CONSTRAINT "deal_hand_over_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_hand_over" ADD CONSTRAINT "deal_hand_over_to_unit_id_fkey" FOREIGN KEY ("to_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_hand_over" ADD CONSTRAINT "deal_hand_over_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Shares and requests are a deal's; who sees them is said below.
SELECT secure_table('deal_split'), secure_table('deal_hand_over');
SELECT audit_table('deal_split'), audit_table('deal_hand_over');
SELECT undo_table('deal_split'), undo_table('deal_hand_over');
ALTER TABLE deal_split ADD CONSTRAINT deal_split_shares CHECK (share_from >= 0 AND share_to <= 1 AND share_from < share_to);
ALTER TABLE deal ADD CONSTRAINT deal_probability_range CHECK (probability BETWEEN 0 AND 1);
GRANT SELECT ON deal_split TO closeloop_app;
GRANT SELECT, INSERT, UPDATE ON deal_hand_over TO closeloop_app;

-- The functions look past row security; each asks first whether the caller may.
SET LOCAL ROLE closeloop_system;

-- Is this share credited to me, or to a unit I manage (now, or on the day the deal closed)?
CREATE FUNCTION app_credited(deal uuid, person uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_sees_all() OR person = app_user_id() OR unit = ANY (app_unit_ids())
    OR (unit = ANY (app_past_unit_ids()) AND EXISTS (SELECT FROM deal d WHERE d.id = $1 AND app_was_below_me($3, d.closed_on)))
$$;

-- Deals seen for a share alone.
CREATE FUNCTION app_shared_deal_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.deal_id), '{}') FROM deal_split s
  WHERE (s.user_id = app_user_id() OR s.unit_id = ANY (app_unit_ids()) OR s.unit_id = ANY (app_past_unit_ids()))
    AND app_credited(s.deal_id, s.user_id, s.unit_id)
$$;

CREATE OR REPLACE FUNCTION app_sees_deal(deal uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM deal d WHERE d.id = $1 AND (
    app_sees_all() OR d.owner_id = app_user_id() OR d.unit_id = ANY (app_unit_ids())
    OR (d.unit_id = ANY (app_past_unit_ids()) AND app_was_below_me(d.unit_id, d.closed_on))
    OR EXISTS (SELECT FROM deal_split s WHERE s.deal_id = d.id AND app_credited(s.deal_id, s.user_id, s.unit_id))))
$$;
CREATE OR REPLACE FUNCTION app_writes_deal(deal uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM deal d WHERE d.id = $1 AND (
    app_sees_all() OR d.owner_id = app_user_id() OR d.unit_id = ANY (app_unit_ids())))
$$;

-- Takes back what was booked for a deal and books these lines in its place; without lines only the
-- first. A rep books for who shares the deal too, which row security would not allow: so here the lines
-- must be the deal's own, to the last cent. Answers with the number of lines taken back.
CREATE FUNCTION app_book_deal(deal uuid, order_no text, lines jsonb) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  d record;
  taken integer;
BEGIN
  SELECT x.*, st.kind INTO d FROM deal x JOIN pipeline_stage st ON st.id = x.stage_id WHERE x.id = $1 FOR UPDATE OF x;
  IF d.id IS NULL OR NOT app_writes_deal($1) THEN
    RAISE EXCEPTION 'this deal is not the caller''s' USING ERRCODE = 'insufficient_privilege';
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

-- Splits a deal's credit anew; without parts it is the owner's again. Each part is credited to a unit
-- its rep is a member of.
CREATE FUNCTION app_share_deal(deal uuid, parts jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM deal d WHERE d.id = $1 FOR UPDATE;
  IF NOT app_writes_deal($1) THEN
    RAISE EXCEPTION 'this deal is not the caller''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF jsonb_array_length(parts) > 0 AND (
    (SELECT sum((p->>'shareTo')::numeric - (p->>'shareFrom')::numeric) FROM jsonb_array_elements(parts) p) <> 1
    OR EXISTS (SELECT FROM jsonb_array_elements(parts) p WHERE NOT EXISTS (SELECT FROM assignment a
      WHERE a.user_id = (p->>'userId')::uuid AND a.unit_id = (p->>'unitId')::uuid))) THEN
    RAISE EXCEPTION 'the shares are not whole' USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM deal_split s WHERE s.deal_id = $1;
  INSERT INTO deal_split (deal_id, user_id, unit_id, share_from, share_to)
    SELECT $1, (p->>'userId')::uuid, (p->>'unitId')::uuid, (p->>'shareFrom')::numeric, (p->>'shareTo')::numeric
    FROM jsonb_array_elements(parts) p;
  UPDATE deal d SET is_shared = jsonb_array_length(parts) > 0 WHERE d.id = $1 AND d.is_shared <> (jsonb_array_length(parts) > 0);
END $$;

-- Everybody who sees a deal sees who shares it; the table itself shows a reader the own shares only.
CREATE FUNCTION app_deal_shares(deal uuid) RETURNS SETOF deal_split LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.* FROM deal_split s WHERE s.deal_id = $1 AND app_sees_deal($1) ORDER BY s.share_from
$$;

-- May I answer this request?
CREATE FUNCTION app_asked(person uuid, unit uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND (person = app_user_id() OR (person IS NULL AND EXISTS (SELECT FROM assignment a
    WHERE a.user_id = app_user_id() AND a.unit_id = unit AND business_today() >= a.valid_from AND business_today() < a.valid_to)))
$$;

-- What the asked need to know of a deal they do not see yet.
CREATE FUNCTION app_requests_to_me() RETURNS TABLE (id uuid, deal_id uuid, title text, customer text, customer_en text, expected_base_amount numeric,
  stage text, stage_en text, from_id uuid, to_id uuid, due_on date, note text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.id, d.id, d.title, c.name, c.name_en, d.expected_base_amount, st.name, st.name_en, h.from_id, h.to_id, h.due_on, h.note, h.created_at
  FROM deal_hand_over h JOIN deal d ON d.id = h.deal_id JOIN pipeline_stage st ON st.id = d.stage_id
    LEFT JOIN customer c ON c.id = d.customer_id
  WHERE h.status = 'open' AND app_asked(h.to_id, h.to_unit_id) AND h.from_id <> app_user_id() ORDER BY h.due_on, h.id LIMIT 100
$$;

-- Whoever is first takes the deal over, into the own unit; its stage stays. Answers with a problem, or null.
CREATE FUNCTION app_answer_hand_over(hand_over uuid, accept boolean, words text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  h record;
  home uuid;
BEGIN
  -- The deal first, as everywhere, so that two locks never wait for each other.
  PERFORM FROM deal d WHERE d.id = (SELECT x.deal_id FROM deal_hand_over x WHERE x.id = $1) FOR UPDATE;
  SELECT * INTO h FROM deal_hand_over x WHERE x.id = $1 FOR UPDATE;
  IF h.id IS NULL OR NOT app_asked(h.to_id, h.to_unit_id) THEN RETURN 'notFound'; END IF;
  IF h.status = 'accepted' AND h.decided_by_id = app_user_id() AND accept THEN RETURN NULL; END IF;
  IF h.status <> 'open' THEN RETURN 'handOverClosed'; END IF;
  IF NOT accept AND h.to_id IS NULL THEN RETURN 'handOverToUnit'; END IF;
  UPDATE deal_hand_over x SET status = (CASE WHEN accept THEN 'accepted' ELSE 'declined' END)::hand_over_status,
    answer = words, decided_by_id = app_user_id(), decided_at = now() WHERE x.id = $1;
  IF NOT accept THEN RETURN NULL; END IF;
  SELECT a.unit_id INTO home FROM assignment a WHERE a.user_id = app_user_id()
    AND business_today() >= a.valid_from AND business_today() < a.valid_to ORDER BY a.kind LIMIT 1;
  UPDATE deal d SET owner_id = app_user_id(), unit_id = coalesce(home, h.to_unit_id), version = d.version + 1, updated_at = now()
    WHERE d.id = h.deal_id;
  IF NOT FOUND THEN RAISE EXCEPTION 'the deal is gone'; END IF;
  RETURN NULL;
END $$;
RESET ROLE;

CREATE POLICY credited_read ON deal_split FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR user_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_credited(deal_id, user_id, unit_id)));

DROP POLICY visible_read ON deal;
CREATE POLICY visible_read ON deal FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, closed_on))
  OR id = ANY ((SELECT app_shared_deal_ids())::uuid[]));

CREATE POLICY visible_read ON deal_hand_over FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR from_id = (SELECT app_user_id()) OR app_asked(to_id, to_unit_id) OR app_sees_deal(deal_id));
-- Asking for oneself, about a deal one may write; only an open request is withdrawn, the rest is answered.
CREATE POLICY own_insert ON deal_hand_over FOR INSERT TO closeloop_app WITH CHECK (
  from_id = (SELECT app_user_id()) AND status = 'open' AND app_writes_deal(deal_id)
  AND (to_id IS NULL OR EXISTS (SELECT FROM assignment a WHERE a.user_id = to_id AND a.unit_id = to_unit_id)));
CREATE POLICY own_update ON deal_hand_over FOR UPDATE TO closeloop_app
  USING (status = 'open' AND (from_id = (SELECT app_user_id()) OR app_writes_deal(deal_id)))
  WITH CHECK (status = 'withdrawn' AND decided_by_id = (SELECT app_user_id()) AND (from_id = (SELECT app_user_id()) OR app_writes_deal(deal_id)));

-- Who may write a deal deletes it, as long as nothing was sold for it (sales hold on to their deal).
DROP POLICY admin_delete ON deal;
CREATE POLICY own_delete ON deal FOR DELETE TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
