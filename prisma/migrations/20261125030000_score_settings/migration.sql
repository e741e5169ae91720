-- How the KPIs with a target are weighed into one score, and how much of an attainment counts at most.
ALTER TABLE "organisation"
  ADD COLUMN "score_weight_revenue" DECIMAL(6,2) NOT NULL DEFAULT 1,
  ADD COLUMN "score_weight_new_customers" DECIMAL(6,2) NOT NULL DEFAULT 1,
  ADD COLUMN "score_weight_growth" DECIMAL(6,2) NOT NULL DEFAULT 1,
  ADD COLUMN "score_weight_win_rate" DECIMAL(6,2) NOT NULL DEFAULT 1,
  ADD COLUMN "score_cap" DECIMAL(6,4),
  ADD CONSTRAINT "organisation_score_check" CHECK (
    "score_weight_revenue" BETWEEN 0 AND 100 AND "score_weight_new_customers" BETWEEN 0 AND 100
    AND "score_weight_growth" BETWEEN 0 AND 100 AND "score_weight_win_rate" BETWEEN 0 AND 100
    AND "score_cap" BETWEEN 0.01 AND 9.99);
