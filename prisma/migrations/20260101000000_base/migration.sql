-- Ids sort by time of creation, so indexes grow at their end; PostgreSQL 18 has the function built in.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 180000 THEN
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
  ELSE
    CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $f$
      SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
        FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
    $f$;
  END IF;
END $$;

-- CreateEnum
CREATE TYPE "stage_kind" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'manager', 'rep');

-- CreateEnum
CREATE TYPE "user_status" AS ENUM ('invited', 'active', 'disabled');

-- CreateEnum
CREATE TYPE "unit_type" AS ENUM ('company', 'region', 'store', 'team');

-- CreateEnum
CREATE TYPE "assignment_kind" AS ENUM ('member', 'manager');

-- CreateEnum
CREATE TYPE "access_link_kind" AS ENUM ('invitation', 'reset');

-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('holiday', 'workday');

-- CreateEnum
CREATE TYPE "target_status" AS ENUM ('draft', 'published', 'locked');

-- CreateTable
CREATE TABLE "product_category" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "sku" TEXT,
    "category_id" UUID,
    "list_price" DECIMAL(18,4),
    "currency" CHAR(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "sector" TEXT,
    "location" TEXT,
    "employees" INTEGER,
    "annual_revenue" DECIMAL(18,4),
    "founded_year" INTEGER,
    "parent_id" UUID,
    "owner_id" UUID,
    "unit_id" UUID,
    "source" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_first_sale" (
    "customer_id" UUID NOT NULL,
    "sold_on" DATE NOT NULL,
    "sale_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "owner_id" UUID,
    "product_id" UUID,

    CONSTRAINT "customer_first_sale_pkey" PRIMARY KEY ("customer_id")
);

-- CreateTable
CREATE TABLE "pipeline_stage" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "kind" "stage_kind" NOT NULL DEFAULT 'open',
    "position" INTEGER NOT NULL,
    "probability" DECIMAL(5,4) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pipeline_stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loss_reason" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "is_no_decision" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "loss_reason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "competitor" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "competitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "title" TEXT NOT NULL,
    "customer_id" UUID,
    "stage_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "created_on" DATE,
    "engaged_on" DATE,
    "expected_close_on" DATE,
    "closed_on" DATE,
    "currency" CHAR(3) NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL DEFAULT 1,
    "expected_amount" DECIMAL(18,4),
    "expected_estimated" BOOLEAN NOT NULL DEFAULT false,
    "expected_base_amount" DECIMAL(18,4),
    "booked_amount" DECIMAL(18,4),
    "booked_base_amount" DECIMAL(18,4),
    "probability" DECIMAL(5,4),
    "loss_reason_id" UUID,
    "competitor_id" UUID,
    "next_step" TEXT,
    "next_step_on" DATE,
    "source" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_line" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "deal_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "quantity" DECIMAL(14,3) NOT NULL DEFAULT 1,
    "amount" DECIMAL(18,4),

    CONSTRAINT "deal_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_history" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "deal_id" UUID NOT NULL,
    "changed_on" DATE NOT NULL,
    "stage_id" UUID NOT NULL,
    "expected_base_amount" DECIMAL(18,4),
    "expected_close_on" DATE,
    "owner_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "changed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "role" "role" NOT NULL,
    "status" "user_status" NOT NULL DEFAULT 'invited',
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "locale" TEXT,
    "theme" TEXT,
    "hired_on" DATE,
    "left_on" DATE,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "source" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT,
    "oidc_subject" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "access_link" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "kind" "access_link_kind" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "issued_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "account" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "type" "unit_type" NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT,
    "external_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_edge" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "unit_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "valid_to" DATE NOT NULL DEFAULT '9999-12-31'::date,

    CONSTRAINT "unit_edge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_ancestor" (
    "unit_id" UUID NOT NULL,
    "ancestor_id" UUID NOT NULL,
    "depth" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "unit_ancestor_pkey" PRIMARY KEY ("unit_id","ancestor_id","valid_from")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" "assignment_kind" NOT NULL,
    "valid_from" DATE NOT NULL DEFAULT '1900-01-01'::date,
    "valid_to" DATE NOT NULL DEFAULT '9999-12-31'::date,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

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
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "fiscal_year_start_month" INTEGER NOT NULL DEFAULT 1,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "base_currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "first_day_of_week" INTEGER NOT NULL DEFAULT 1,
    "weekend_days" INTEGER[] DEFAULT ARRAY[6, 7]::INTEGER[],
    "rise_colour" TEXT NOT NULL DEFAULT 'green',
    "pace_on_from" DECIMAL(6,4) NOT NULL DEFAULT 1,
    "pace_caution_from" DECIMAL(6,4) NOT NULL DEFAULT 0.9,
    "leaderboard_visible" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "currency" CHAR(3) NOT NULL,
    "valid_from" DATE NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "row_id" TEXT,
    "before" JSONB,
    "after" JSONB,
    "batch_id" UUID,
    "note" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "kpi" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "period_to" DATE NOT NULL,
    "unit_id" UUID NOT NULL,
    "user_id" UUID,
    "floor" DECIMAL(20,6),
    "target" DECIMAL(20,6),
    "stretch" DECIMAL(20,6),
    "status" "target_status" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target_revision" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "target_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "floor" DECIMAL(20,6),
    "target" DECIMAL(20,6),
    "stretch" DECIMAL(20,6),
    "status" "target_status" NOT NULL,
    "reason" TEXT,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "product_category_name_key" ON "product_category"("name");

-- CreateIndex
CREATE UNIQUE INDEX "product_sku_key" ON "product"("sku");

-- CreateIndex
CREATE INDEX "product_category_id_idx" ON "product"("category_id");

-- CreateIndex
CREATE INDEX "product_name_idx" ON "product"("name");

-- CreateIndex
CREATE UNIQUE INDEX "product_source_external_id_key" ON "product"("source", "external_id");

-- CreateIndex
CREATE INDEX "customer_parent_id_idx" ON "customer"("parent_id");

-- CreateIndex
CREATE INDEX "customer_owner_id_idx" ON "customer"("owner_id");

-- CreateIndex
CREATE INDEX "customer_unit_id_idx" ON "customer"("unit_id");

-- CreateIndex
CREATE INDEX "customer_name_idx" ON "customer"("name");

-- CreateIndex
CREATE INDEX "customer_sector_idx" ON "customer"("sector");

-- CreateIndex
CREATE UNIQUE INDEX "customer_source_external_id_key" ON "customer"("source", "external_id");

-- CreateIndex
CREATE INDEX "customer_first_sale_sold_on_idx" ON "customer_first_sale"("sold_on");

-- CreateIndex
CREATE INDEX "customer_first_sale_unit_id_sold_on_idx" ON "customer_first_sale"("unit_id", "sold_on");

-- CreateIndex
CREATE INDEX "customer_first_sale_owner_id_sold_on_idx" ON "customer_first_sale"("owner_id", "sold_on");

-- CreateIndex
CREATE UNIQUE INDEX "pipeline_stage_name_key" ON "pipeline_stage"("name");

-- CreateIndex
CREATE INDEX "pipeline_stage_position_idx" ON "pipeline_stage"("position");

-- CreateIndex
CREATE UNIQUE INDEX "loss_reason_name_key" ON "loss_reason"("name");

-- CreateIndex
CREATE UNIQUE INDEX "competitor_name_key" ON "competitor"("name");

-- CreateIndex
CREATE INDEX "deal_customer_id_idx" ON "deal"("customer_id");

-- CreateIndex
CREATE INDEX "deal_stage_id_idx" ON "deal"("stage_id");

-- CreateIndex
CREATE INDEX "deal_owner_id_closed_on_idx" ON "deal"("owner_id", "closed_on");

-- CreateIndex
CREATE INDEX "deal_unit_id_closed_on_idx" ON "deal"("unit_id", "closed_on");

-- CreateIndex
CREATE INDEX "deal_closed_on_idx" ON "deal"("closed_on");

-- CreateIndex
CREATE INDEX "deal_created_on_idx" ON "deal"("created_on");

-- CreateIndex
CREATE INDEX "deal_expected_close_on_idx" ON "deal"("expected_close_on");

-- CreateIndex
CREATE INDEX "deal_loss_reason_id_idx" ON "deal"("loss_reason_id");

-- CreateIndex
CREATE INDEX "deal_competitor_id_idx" ON "deal"("competitor_id");

-- CreateIndex
CREATE INDEX "deal_updated_at_id_idx" ON "deal"("updated_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "deal_source_external_id_key" ON "deal"("source", "external_id");

-- CreateIndex
CREATE INDEX "deal_line_deal_id_idx" ON "deal_line"("deal_id");

-- CreateIndex
CREATE INDEX "deal_line_product_id_idx" ON "deal_line"("product_id");

-- CreateIndex
CREATE INDEX "deal_history_deal_id_changed_on_id_idx" ON "deal_history"("deal_id", "changed_on", "id");

-- CreateIndex
CREATE INDEX "deal_history_stage_id_idx" ON "deal_history"("stage_id");

-- CreateIndex
CREATE INDEX "deal_history_owner_id_idx" ON "deal_history"("owner_id");

-- CreateIndex
CREATE INDEX "deal_history_unit_id_idx" ON "deal_history"("unit_id");

-- CreateIndex
CREATE INDEX "deal_history_changed_by_id_idx" ON "deal_history"("changed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "user_name_idx" ON "user"("name");

-- CreateIndex
CREATE UNIQUE INDEX "user_source_external_id_key" ON "user"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_oidc_subject_key" ON "credential"("oidc_subject");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_hash_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE INDEX "access_link_user_id_idx" ON "access_link"("user_id");

-- CreateIndex
CREATE INDEX "access_link_issued_by_id_idx" ON "access_link"("issued_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failure_account_at_idx" ON "sign_in_failure"("account", "at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_at_idx" ON "sign_in_failure"("address", "at");

-- CreateIndex
CREATE INDEX "unit_name_idx" ON "unit"("name");

-- CreateIndex
CREATE UNIQUE INDEX "unit_source_external_id_key" ON "unit"("source", "external_id");

-- CreateIndex
CREATE INDEX "unit_edge_unit_id_idx" ON "unit_edge"("unit_id");

-- CreateIndex
CREATE INDEX "unit_edge_parent_id_idx" ON "unit_edge"("parent_id");

-- CreateIndex
CREATE INDEX "unit_ancestor_ancestor_id_unit_id_idx" ON "unit_ancestor"("ancestor_id", "unit_id");

-- CreateIndex
CREATE INDEX "assignment_user_id_kind_idx" ON "assignment"("user_id", "kind");

-- CreateIndex
CREATE INDEX "assignment_unit_id_kind_idx" ON "assignment"("unit_id", "kind");

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

-- CreateIndex
CREATE UNIQUE INDEX "sale_source_external_id_key" ON "sale"("source", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_day_day_key" ON "calendar_day"("day");

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rate_currency_valid_from_key" ON "exchange_rate"("currency", "valid_from");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_row_id_idx" ON "audit_entry"("subject", "row_id");

-- CreateIndex
CREATE INDEX "audit_entry_user_id_at_idx" ON "audit_entry"("user_id", "at" DESC);

-- CreateIndex
CREATE INDEX "target_unit_id_period_from_idx" ON "target"("unit_id", "period_from");

-- CreateIndex
CREATE INDEX "target_user_id_period_from_idx" ON "target"("user_id", "period_from");

-- CreateIndex
CREATE INDEX "target_period_from_period_to_kpi_idx" ON "target"("period_from", "period_to", "kpi");

-- CreateIndex
CREATE INDEX "target_revision_changed_by_id_idx" ON "target_revision"("changed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_revision_target_id_version_key" ON "target_revision"("target_id", "version");

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "product_category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_first_sale" ADD CONSTRAINT "customer_first_sale_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_first_sale" ADD CONSTRAINT "customer_first_sale_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_first_sale" ADD CONSTRAINT "customer_first_sale_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "pipeline_stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_loss_reason_id_fkey" FOREIGN KEY ("loss_reason_id") REFERENCES "loss_reason"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_competitor_id_fkey" FOREIGN KEY ("competitor_id") REFERENCES "competitor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_line" ADD CONSTRAINT "deal_line_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_line" ADD CONSTRAINT "deal_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_history" ADD CONSTRAINT "deal_history_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_history" ADD CONSTRAINT "deal_history_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "pipeline_stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_history" ADD CONSTRAINT "deal_history_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_history" ADD CONSTRAINT "deal_history_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_history" ADD CONSTRAINT "deal_history_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_issued_by_id_fkey" FOREIGN KEY ("issued_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_edge" ADD CONSTRAINT "unit_edge_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_edge" ADD CONSTRAINT "unit_edge_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_ancestor" ADD CONSTRAINT "unit_ancestor_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_ancestor" ADD CONSTRAINT "unit_ancestor_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target_revision" ADD CONSTRAINT "target_revision_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma cannot say.
ALTER TABLE "organisation" ADD CHECK (id = 1), ADD CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
  ADD CHECK (first_day_of_week BETWEEN 1 AND 7), ADD CHECK (rise_colour IN ('red', 'green'));
ALTER TABLE "exchange_rate" ADD CHECK (rate > 0);
ALTER TABLE "pipeline_stage" ADD CHECK (probability BETWEEN 0 AND 1);
ALTER TABLE "user" ADD CHECK (email = lower(email));
ALTER TABLE "unit_edge" ADD CHECK (valid_from < valid_to), ADD CHECK (unit_id <> parent_id),
  ADD CONSTRAINT unit_edge_one_parent EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE "assignment" ADD CHECK (valid_from < valid_to),
  ADD CONSTRAINT assignment_one_unit EXCLUDE USING gist (user_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (kind = 'member'),
  ADD CONSTRAINT assignment_one_manager EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (kind = 'manager');
ALTER TABLE "target" ADD CHECK (period_from < period_to), ADD CHECK (floor <= target), ADD CHECK (target <= stretch), ADD CHECK (floor <= stretch);
CREATE UNIQUE INDEX target_of_unit ON "target" (kpi, period_from, period_to, unit_id) WHERE user_id IS NULL;
CREATE UNIQUE INDEX target_of_rep ON "target" (kpi, period_from, period_to, unit_id, user_id) WHERE user_id IS NOT NULL;
