-- The first session of those that were renewed one from the other: who ends one of them ends them all.
ALTER TABLE "session" ADD COLUMN     "chain" TEXT;

-- Only renewed sessions pay for it.
CREATE INDEX "session_tenant_id_chain_idx" ON "session"("tenant_id", "chain") WHERE chain IS NOT NULL;
