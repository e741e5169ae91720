-- Sale lines in a table a month, so that the cost of recent figures does not grow with the years stored.
-- A day in no month's table (very old, far ahead, mistyped) goes to sale_other: nothing is refused.
ALTER TABLE "sale" RENAME TO "sale_before";
ALTER TABLE "sale_before" NO FORCE ROW LEVEL SECURITY;

-- CreateTable
CREATE TABLE "sale" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "sold_on" DATE NOT NULL,
    "order_no" TEXT NOT NULL,
    "customer_id" UUID,
    "product_id" UUID,
    "unit_id" UUID NOT NULL,
    "owner_id" UUID,
    "deal_id" UUID,
    "quantity" DECIMAL(14,3) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(18,4) NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL DEFAULT 1,
    "base_amount" DECIMAL(18,4) NOT NULL,
    "base_cost" DECIMAL(18,4),
    "source" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
) PARTITION BY RANGE ("sold_on");
CREATE TABLE sale_other PARTITION OF sale DEFAULT;

-- CreateTable
CREATE TABLE "sale_key" (
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "sale_id" UUID NOT NULL,
    "sold_on" DATE NOT NULL
);

-- Gives months in [f, t) a table of their own and moves what waited for it in sale_other. It changes
-- tables, so it belongs in a transaction of its own, which gives up after two seconds when others hold
-- sale_other: the lines stay where they are and are found there. Months before 2000 or more than two
-- years ahead get none, so that a mistyped year cannot make thousands of tables.
CREATE FUNCTION make_sale_months(f date, t date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE m date; next date; name text; waits boolean; made int := 0;
BEGIN
  FOR m IN SELECT d::date FROM generate_series(date_trunc('month', greatest(f, '2000-01-01'))::timestamp,
    least(t - 1, (now() + interval '2 years')::date)::timestamp, '1 month') d ORDER BY 1
  LOOP
    name := 'sale_' || to_char(m, 'YYYY_MM');
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    LOCK TABLE sale_other IN ACCESS EXCLUSIVE MODE;
    CONTINUE WHEN to_regclass(name) IS NOT NULL; -- somebody else made it meanwhile
    next := (m + interval '1 month')::date;
    -- Lines move out before the table is attached and in afterwards: foreign keys of rows that are there
    -- already would be checked with the owner's eyes, which row security closes.
    waits := EXISTS (SELECT FROM sale_other WHERE sold_on >= m AND sold_on < next);
    IF waits THEN
      CREATE TEMPORARY TABLE sale_moving (LIKE sale_other) ON COMMIT DROP;
      WITH moved AS (DELETE FROM sale_other WHERE sold_on >= m AND sold_on < next RETURNING *)
        INSERT INTO pg_temp.sale_moving SELECT * FROM moved;
    END IF;
    EXECUTE format('CREATE TABLE %I (LIKE sale_other INCLUDING DEFAULTS)', name);
    EXECUTE format('ALTER TABLE sale ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, m, next);
    IF waits THEN
      EXECUTE format('INSERT INTO %I SELECT * FROM pg_temp.sale_moving', name);
      DROP TABLE pg_temp.sale_moving;
    END IF;
    made := made + 1;
  END LOOP;
  RETURN made;
END $$;

-- The months that wait in sale_other, and the next ones before they begin.
CREATE FUNCTION arrange_sale_months() RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE m date; made int := 0;
BEGIN
  FOR m IN SELECT DISTINCT date_trunc('month', sold_on)::date FROM sale_other
    WHERE sold_on >= '2000-01-01' AND sold_on < (now() + interval '2 years')::date
  LOOP made := made + make_sale_months(m, m + 1); END LOOP;
  RETURN made + make_sale_months(now()::date, (now() + interval '3 months')::date);
END $$;
REVOKE EXECUTE ON FUNCTION make_sale_months(date, date), arrange_sale_months() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_sale_months(date, date), arrange_sale_months() TO closeloop_system;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sale" ADD CONSTRAINT "sale_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE m date;
BEGIN
  FOR m IN SELECT DISTINCT date_trunc('month', sold_on)::date FROM sale_before WHERE sold_on >= '2000-01-01'
    AND sold_on < (now() + interval '2 years')::date
  LOOP PERFORM make_sale_months(m, m + 1); END LOOP;
END $$;
INSERT INTO sale (id, sold_on, order_no, customer_id, product_id, unit_id, owner_id, deal_id, quantity, currency, amount,
    rate, base_amount, base_cost, source, external_id, version, created_at, updated_at)
  SELECT id, sold_on, order_no, customer_id, product_id, unit_id, owner_id, deal_id, quantity, currency, amount,
    rate, base_amount, base_cost, source, external_id, version, created_at, updated_at FROM sale_before;
INSERT INTO sale_key (source, external_id, sale_id, sold_on)
  SELECT source, external_id, id, sold_on FROM sale_before WHERE source IS NOT NULL AND external_id IS NOT NULL;

DROP POLICY visible_read ON customer; -- it looks at sales
DROP TABLE "sale_before";

ALTER TABLE "sale" ADD CONSTRAINT "sale_pkey" PRIMARY KEY ("id", "sold_on");
ALTER TABLE "sale_key" ADD CONSTRAINT "sale_key_pkey" PRIMARY KEY ("source", "external_id");

-- CreateIndex
CREATE INDEX "sale_sold_on_id_idx" ON "sale"("sold_on", "id");

-- CreateIndex
CREATE INDEX "sale_unit_id_sold_on_idx" ON "sale"("unit_id", "sold_on");

-- CreateIndex
CREATE INDEX "sale_owner_id_sold_on_idx" ON "sale"("owner_id", "sold_on");

-- CreateIndex
CREATE INDEX "sale_customer_id_sold_on_idx" ON "sale"("customer_id", "sold_on");

-- CreateIndex
CREATE INDEX "sale_product_id_sold_on_idx" ON "sale"("product_id", "sold_on");

-- CreateIndex
CREATE INDEX "sale_deal_id_idx" ON "sale"("deal_id");

-- Who sees and writes what is as it was. The tables of the months are reached through "sale" only.
SELECT secure_table('sale'), secure_table('sale_key'), audit_table('sale');
GRANT SELECT, INSERT, UPDATE, DELETE ON sale TO closeloop_app;
DO $$
DECLARE
  mine text := '(SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])';
  named text := 'app_may_name(id, owner_id, unit_id, customer_id, deal_id)';
BEGIN
  EXECUTE format('CREATE POLICY visible_read ON sale FOR SELECT TO closeloop_app USING (%s
    OR (unit_id = ANY ((SELECT app_past_unit_ids())::uuid[]) AND app_was_below_me(unit_id, sold_on)))', mine);
  EXECUTE format('CREATE POLICY own_insert ON sale FOR INSERT TO closeloop_app WITH CHECK ((%s) AND %s)', mine, named);
  EXECUTE format('CREATE POLICY own_update ON sale FOR UPDATE TO closeloop_app USING (%s) WITH CHECK ((%s) AND %s)', mine, mine, named);
  EXECUTE format('CREATE POLICY admin_delete ON sale FOR DELETE TO closeloop_app USING ((SELECT app_sees_all()))');
END $$;
CREATE POLICY visible_read ON customer FOR SELECT TO closeloop_app USING (
  (SELECT app_sees_all()) OR owner_id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[])
  OR EXISTS (SELECT FROM deal d WHERE d.customer_id = customer.id)
  OR EXISTS (SELECT FROM sale s WHERE s.customer_id = customer.id));
GRANT SELECT ON sale_key TO closeloop_app;
CREATE POLICY admin_read ON sale_key FOR SELECT TO closeloop_app USING ((SELECT app_sees_all()));

SET LOCAL ROLE closeloop_system;
-- One line for each id of a source, in whatever month: a unique index over months would have to contain
-- the day, and let the same id in twice. Keys are written in their order, so writers wait in turn.
CREATE FUNCTION keep_sale_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO sale_key (source, external_id, sale_id, sold_on)
      SELECT source, external_id, id, sold_on FROM new_rows
      WHERE source IS NOT NULL AND external_id IS NOT NULL ORDER BY source, external_id;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM sale_key k USING old_rows o WHERE k.source = o.source AND k.external_id = o.external_id;
  ELSE
    DELETE FROM sale_key k USING (SELECT source, external_id, id, sold_on FROM old_rows
        EXCEPT SELECT source, external_id, id, sold_on FROM new_rows) o
      WHERE k.source = o.source AND k.external_id = o.external_id;
    INSERT INTO sale_key (source, external_id, sale_id, sold_on)
      SELECT source, external_id, id, sold_on FROM (SELECT source, external_id, id, sold_on FROM new_rows
        EXCEPT SELECT source, external_id, id, sold_on FROM old_rows) n
      WHERE source IS NOT NULL AND external_id IS NOT NULL ORDER BY source, external_id;
  END IF;
  RETURN NULL;
END $$;

-- The first positive line of each customer. Whoever changes or removes lines takes the customers in
-- their order first: then it sees what others have done to them, and nobody waits in a circle.
CREATE OR REPLACE FUNCTION keep_customer_first_sale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Two writers of a new customer meet here: the later one waits and the earlier sale wins.
    INSERT INTO customer_first_sale AS f (customer_id, sold_on, sale_id, unit_id, owner_id, product_id)
      SELECT DISTINCT ON (customer_id) customer_id, sold_on, id, unit_id, owner_id, product_id
      FROM new_rows WHERE customer_id IS NOT NULL AND quantity > 0 ORDER BY customer_id, sold_on, id
    ON CONFLICT (customer_id) DO UPDATE SET sold_on = excluded.sold_on, sale_id = excluded.sale_id,
      unit_id = excluded.unit_id, owner_id = excluded.owner_id, product_id = excluded.product_id
    WHERE (excluded.sold_on, excluded.sale_id) < (f.sold_on, f.sale_id);
    RETURN NULL;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(DISTINCT customer_id) INTO touched FROM (
      (SELECT id, customer_id, sold_on, unit_id, owner_id, product_id, quantity > 0 FROM old_rows
        EXCEPT SELECT id, customer_id, sold_on, unit_id, owner_id, product_id, quantity > 0 FROM new_rows)
      UNION ALL
      (SELECT id, customer_id, sold_on, unit_id, owner_id, product_id, quantity > 0 FROM new_rows
        EXCEPT SELECT id, customer_id, sold_on, unit_id, owner_id, product_id, quantity > 0 FROM old_rows)) x
    WHERE customer_id IS NOT NULL;
  ELSE
    SELECT array_agg(DISTINCT customer_id) INTO touched FROM old_rows WHERE customer_id IS NOT NULL;
  END IF;
  IF touched IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM customer WHERE id = ANY (touched) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM customer_first_sale WHERE customer_id = ANY (touched);
  INSERT INTO customer_first_sale (customer_id, sold_on, sale_id, unit_id, owner_id, product_id)
    SELECT customer_id, sold_on, sale_id, unit_id, owner_id, product_id FROM first_sales_of(touched);
  RETURN NULL;
END $$;
RESET ROLE;

CREATE TRIGGER key_insert AFTER INSERT ON sale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_sale_key();
CREATE TRIGGER key_update AFTER UPDATE ON sale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_sale_key();
CREATE TRIGGER key_delete AFTER DELETE ON sale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_sale_key();
CREATE TRIGGER first_sale_insert AFTER INSERT ON sale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_first_sale();
CREATE TRIGGER first_sale_update AFTER UPDATE ON sale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_first_sale();
CREATE TRIGGER first_sale_delete AFTER DELETE ON sale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_customer_first_sale();
SELECT arrange_sale_months();
