-- Days agreed in which feedback is acknowledged and a new deal followed up.
ALTER TABLE "organisation" ADD COLUMN "follow_up_days" INTEGER NOT NULL DEFAULT 2;
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_follow_up_days_check" CHECK ("follow_up_days" BETWEEN 1 AND 60);
