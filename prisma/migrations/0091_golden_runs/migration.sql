-- A run of the test set: its questions stand as waiting, each is answered once, and whoever takes over goes on.
ALTER TABLE "golden_question" ADD COLUMN     "waiting" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "golden_run" (
    "tenant_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "lease" TEXT,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "golden_run_pkey" PRIMARY KEY ("tenant_id")
);
SELECT gatehouse_isolate('golden_run');
GRANT SELECT (tenant_id, started_at, leased_until) ON golden_run TO gatehouse_directory;
CREATE POLICY directory ON golden_run FOR SELECT TO gatehouse_directory USING (true);
