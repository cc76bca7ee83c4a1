-- Websites, files, questions with their answers; what no answer was found for; the test set.
ALTER TABLE "source" ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "schedule" TEXT NOT NULL DEFAULT 'off',
ADD COLUMN     "next_sync_at" TIMESTAMPTZ(3),
ADD COLUMN     "notice" TEXT,
ADD COLUMN     "most_pages" INTEGER,
ADD COLUMN     "most_depth" INTEGER,
ADD COLUMN     "by_sitemap" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lease" TEXT,
ADD COLUMN     "leased_until" TIMESTAMPTZ(3);
-- The worker asks every second which sources are due.
CREATE INDEX "source_kind_status_leased_until_idx" ON "source"("kind", "status", "leased_until");
CREATE INDEX "source_next_sync_at_idx" ON "source"("next_sync_at");
GRANT SELECT (id, tenant_id, kind, status, leased_until, next_sync_at) ON source TO gatehouse_directory;
CREATE POLICY directory ON source FOR SELECT TO gatehouse_directory USING (true);

CREATE TABLE "crawl_page" (
    "tenant_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "etag" TEXT,
    "last_modified" TEXT,
    "content_hash" TEXT,
    "content_type" TEXT,
    "body" BYTEA,
    "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "crawl_page_pkey" PRIMARY KEY ("tenant_id","source_id","url")
);
CREATE INDEX "crawl_page_tenant_id_source_id_state_idx" ON "crawl_page"("tenant_id", "source_id", "state");

-- A file's bytes, until the worker has read them.
CREATE TABLE "source_file" (
    "source_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "source_file_pkey" PRIMARY KEY ("source_id")
);
CREATE INDEX "source_file_tenant_id_idx" ON "source_file"("tenant_id");

-- A group of questions that was dealt with: those asked up to then are no longer shown.
CREATE TABLE "settled_question" (
    "tenant_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settled_question_pkey" PRIMARY KEY ("tenant_id","key")
);

CREATE TABLE "golden_question" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "expects" TEXT NOT NULL,
    "source_id" TEXT,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "run_at" TIMESTAMPTZ(3),
    "passed" BOOLEAN,
    "outcome" TEXT,

    CONSTRAINT "golden_question_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "golden_question_tenant_id_created_at_idx" ON "golden_question"("tenant_id", "created_at");

SELECT gatehouse_isolate(name::regclass)
  FROM unnest(ARRAY['crawl_page', 'source_file', 'settled_question', 'golden_question']) AS name;
