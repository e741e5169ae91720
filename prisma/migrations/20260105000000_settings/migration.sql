-- A stale save of these is refused, as for every record that can be edited.
ALTER TABLE "loss_reason" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "competitor" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "exchange_rate" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- The audit log of one kind of record, newest first.
CREATE INDEX "audit_entry_subject_at_idx" ON "audit_entry"("subject", "at" DESC);
