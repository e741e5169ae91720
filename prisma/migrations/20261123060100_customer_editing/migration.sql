-- A name as it is compared: without case, accents, punctuation and what only says the legal form. Where
-- the database's character classes know ASCII only, pg_trgm finds nothing in Chinese, so every other
-- character becomes three letters of its own; equal parts of names then share trigrams as Latin ones do.
CREATE FUNCTION customer_match_key(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
SET search_path = pg_catalog AS $$
  WITH plain AS (
    SELECT regexp_replace(lower(normalize(name, NFKD)), '[\u0300-\u036f.]', '', 'g') AS t
  ), bare AS (
    SELECT regexp_replace(t, '股份有限公司|有限责任公司|有限責任公司|有限公司|有限合伙|股份公司|集团公司|集團公司|总公司|集团|集團|公司', ' ', 'g') AS b, t FROM plain
  ), words AS (
    SELECT btrim(regexp_replace(b, '[^a-z0-9\u00c0-\uffff\U00010000-\U0010ffff]|[\u2000-\u206f\u3000-\u303f\ufe30-\ufe4f]', ' ', 'g')) AS w, t FROM bare
  ), stripped AS (
    SELECT regexp_replace(regexp_replace(w, ' +', ' ', 'g'),
      '( (co|company|ltd|limited|inc|incorporated|corp|corporation|llc|llp|lp|plc|gmbh|mbh|ag|kg|ug|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|pty|pte|pvt|kk|sdn|bhd|group|holding|holdings))+$', '') AS s, t FROM words
  )
  SELECT string_agg(CASE WHEN c < 'À' COLLATE "C" THEN c ELSE
      substr(d, ascii(c) / 1296 % 36 + 1, 1) || substr(d, ascii(c) / 36 % 36 + 1, 1) || substr(d, ascii(c) % 36 + 1, 1) END, '' ORDER BY n)
  FROM stripped, (SELECT 'abcdefghijklmnopqrstuvwxyz0123456789' AS d) digits,
    regexp_split_to_table(coalesce(nullif(s, ''), t), '') WITH ORDINALITY AS x (c, n)
$$;

ALTER TABLE "customer"
  ADD COLUMN "match_key" TEXT GENERATED ALWAYS AS (customer_match_key(name)) STORED,
  ADD COLUMN "match_key_en" TEXT GENERATED ALWAYS AS (customer_match_key(name_en)) STORED;
CREATE INDEX "customer_match_key_idx" ON "customer" USING GIN ("match_key" gin_trgm_ops);
CREATE INDEX "customer_match_key_en_idx" ON "customer" USING GIN ("match_key_en" gin_trgm_ops);

CREATE TABLE "customer_request" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "customer_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "typed_name" TEXT NOT NULL,
    "note" TEXT,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "customer_request_customer_id_answered_at_idx" ON "customer_request"("customer_id", "answered_at");
CREATE INDEX "customer_request_asked_by_id_created_at_idx" ON "customer_request"("asked_by_id", "created_at");
CREATE INDEX "customer_request_answered_by_id_idx" ON "customer_request"("answered_by_id");
ALTER TABLE "customer_request" ADD CONSTRAINT "customer_request_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "customer_request" ADD CONSTRAINT "customer_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "customer_request" ADD CONSTRAINT "customer_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT secure_table('customer_request');
SELECT audit_table('customer_request');

SET LOCAL ROLE closeloop_system;
-- Did the customer name them before this update? Past row security, as app_deal_names.
CREATE FUNCTION app_customer_names(customer uuid, owner uuid, unit uuid, parent uuid) RETURNS TABLE (same_owner boolean, same_unit boolean, same_parent boolean)
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.owner_id IS NOT DISTINCT FROM $2, c.unit_id IS NOT DISTINCT FROM $3, c.parent_id IS NOT DISTINCT FROM $4 FROM customer c WHERE c.id = $1
$$;
-- Is the customer the other one or below it? Twenty levels are looked at.
CREATE FUNCTION customer_is_below(customer uuid, above uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT c.id, c.parent_id, 0 AS depth FROM customer c WHERE c.id = $1
    UNION ALL
    SELECT c.id, c.parent_id, up.depth + 1 FROM up JOIN customer c ON c.id = up.parent_id WHERE up.depth < 20 AND up.id <> $2
  )
  SELECT EXISTS (SELECT FROM up WHERE id = $2)
$$;
-- How many records of each table name the customer, for whether it can be deleted. Contacts, requests
-- and children are kept apart: they go with it or are let go.
CREATE FUNCTION customer_use(customer uuid) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found bigint;
  total bigint := 0;
  ref record;
BEGIN
  IF NOT app_sees_customer(customer) THEN RETURN NULL; END IF;
  FOR ref IN SELECT k.conrelid::regclass AS tbl, a.attname AS col
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.confrelid = 'customer'::regclass AND k.conparentid = 0
      AND k.conrelid NOT IN ('contact'::regclass, 'customer_request'::regclass, 'customer'::regclass, 'customer_first_sale'::regclass)
  LOOP
    EXECUTE format('SELECT count(*) FROM (SELECT FROM %s WHERE %I = $1 LIMIT 1000) x', ref.tbl, ref.col) INTO found USING customer;
    total := total + found;
  END LOOP;
  RETURN total;
END $$;
-- Is there a customer like this one that is not among those the person sees? Yes or no, nothing of it.
CREATE FUNCTION similar_customers(typed text) RETURNS TABLE (id uuid, closeness real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, greatest(similarity(c.match_key, k.key), similarity(c.match_key_en, k.key)) AS closeness
  FROM (SELECT customer_match_key(typed) AS key) k, customer c
  WHERE (c.match_key % k.key OR c.match_key_en % k.key)
    AND greatest(similarity(c.match_key, k.key), similarity(c.match_key_en, k.key)) >= 0.5
  ORDER BY closeness DESC, c.id LIMIT 20
$$;
REVOKE EXECUTE ON FUNCTION similar_customers(text) FROM PUBLIC;
CREATE FUNCTION hidden_similar_customer(typed text, except_id uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (
    SELECT FROM similar_customers(typed) s WHERE s.closeness >= 0.6 AND s.id IS DISTINCT FROM except_id AND NOT app_sees_customer(s.id))
$$;
-- Asks those who have the closest hidden customers; answers how many were asked about. Nobody asks twice
-- about the same one, nor about more than twenty that nobody has answered.
CREATE FUNCTION ask_about_customer(typed text, remark text) RETURNS int LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH asked AS (
    INSERT INTO customer_request (customer_id, asked_by_id, typed_name, note)
      SELECT s.id, app_user_id(), typed, remark FROM similar_customers(typed) s
      WHERE app_user_id() IS NOT NULL AND s.closeness >= 0.6 AND NOT app_sees_customer(s.id)
        AND NOT EXISTS (SELECT FROM customer_request r WHERE r.customer_id = s.id AND r.asked_by_id = app_user_id() AND r.answered_at IS NULL)
        AND (SELECT count(*) FROM customer_request r WHERE r.asked_by_id = app_user_id() AND r.answered_at IS NULL) < 20
      ORDER BY s.closeness DESC LIMIT 3
    RETURNING 1
  ) SELECT count(*)::int FROM asked
$$;
-- Who answers for a customer: its owner, the managers of its unit, the admin.
CREATE FUNCTION app_has_customer(customer uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app_user_id() IS NOT NULL AND EXISTS (SELECT FROM customer c WHERE c.id = $1
    AND (app_sees_all() OR c.owner_id = app_user_id() OR c.unit_id = ANY (app_unit_ids())))
$$;
RESET ROLE;

-- What a customer may name, in one place for INSERT and UPDATE. A company above itself helps nobody.
CREATE FUNCTION app_may_name_in_customer(customer uuid, owner uuid, unit uuid, parent uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE old record;
BEGIN
  SELECT * INTO old FROM app_customer_names(customer, owner, unit, parent);
  IF parent IS NOT NULL AND NOT coalesce(old.same_parent, false) AND (parent = customer OR customer_is_below(parent, customer)) THEN RETURN false; END IF;
  IF app_sees_all() THEN RETURN true; END IF;
  RETURN (owner IS NULL OR coalesce(old.same_owner, false) OR app_may_give_to(owner))
    AND (unit IS NULL OR coalesce(old.same_unit, false) OR app_may_use_unit(unit))
    AND (parent IS NULL OR coalesce(old.same_parent, false) OR app_sees_customer(parent));
END $$;

DO $$
DECLARE
  mine text := '(SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])';
  named text := 'app_may_name_in_customer(id, owner_id, unit_id, parent_id)';
BEGIN
  DROP POLICY own_insert ON customer;
  DROP POLICY own_update ON customer;
  DROP POLICY admin_delete ON customer;
  EXECUTE format('CREATE POLICY own_insert ON customer FOR INSERT TO closeloop_app WITH CHECK ((%s) AND %s)', mine, named);
  EXECUTE format('CREATE POLICY own_update ON customer FOR UPDATE TO closeloop_app USING (%s) WITH CHECK ((%s) AND %s)', mine, mine, named);
  EXECUTE format('CREATE POLICY own_delete ON customer FOR DELETE TO closeloop_app USING (%s)', mine);
END $$;

SELECT undo_table('contact');
SELECT undo_table('customer_request');

-- Asked through ask_about_customer only; answered by whoever has the customer.
GRANT SELECT ON customer_request TO closeloop_app;
GRANT UPDATE (answer, answered_by_id, answered_at, version) ON customer_request TO closeloop_app;
CREATE POLICY asked_read ON customer_request FOR SELECT TO closeloop_app
  USING (asked_by_id = (SELECT app_user_id()) OR app_has_customer(customer_id));
CREATE POLICY having_update ON customer_request FOR UPDATE TO closeloop_app
  USING (app_has_customer(customer_id)) WITH CHECK (app_has_customer(customer_id) AND answered_by_id = (SELECT app_user_id()));
