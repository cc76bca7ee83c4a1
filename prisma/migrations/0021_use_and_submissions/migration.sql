-- Who uses what, by the hour: how a member knows that an old secret is idle. One row stands for many requests.
CREATE TABLE "use_count" (
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "use_count_pkey" PRIMARY KEY ("tenant_id","kind","subject","hour")
);
CREATE INDEX "use_count_hour_idx" ON "use_count"("hour");
SELECT gatehouse_isolate('use_count');
-- Those who tidy up have to know whose rows are old.
GRANT SELECT (tenant_id, hour) ON use_count TO gatehouse_directory;
CREATE POLICY directory ON use_count FOR SELECT TO gatehouse_directory USING (true);

-- A form that was sent twice makes one thing: the SHA-256 of what its page called the submission.
ALTER TABLE "signing_secret" ADD COLUMN     "leaked_at" TIMESTAMPTZ(3),
ADD COLUMN     "submission" TEXT;
ALTER TABLE "site_key" ADD COLUMN     "submission" TEXT;
ALTER TABLE "origin" ADD COLUMN     "submission" TEXT;
-- A key that is kept as a hash only is made from the submission and a salt: each alone tells nothing.
ALTER TABLE "api_key" ADD COLUMN     "salt" TEXT,
ADD COLUMN     "submission" TEXT;
CREATE UNIQUE INDEX "signing_secret_tenant_id_submission_key" ON "signing_secret"("tenant_id", "submission");
CREATE UNIQUE INDEX "site_key_tenant_id_submission_key" ON "site_key"("tenant_id", "submission");
CREATE UNIQUE INDEX "origin_tenant_id_submission_key" ON "origin"("tenant_id", "submission");
CREATE UNIQUE INDEX "api_key_tenant_id_submission_key" ON "api_key"("tenant_id", "submission");

-- Sessions of identified visitors from before it are dead: a secret that could have made them has leaked.
ALTER TABLE "tenant" ADD COLUMN     "identified_not_before" TIMESTAMPTZ(3);
