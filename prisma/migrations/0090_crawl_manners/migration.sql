-- Whose turn it is to ask a host, across tenants and processes: one question at a time, and after each a pause.
CREATE TABLE "host_turn" (
    "host" TEXT NOT NULL,
    "holder" TEXT,
    "free_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "host_turn_pkey" PRIMARY KEY ("host")
);
CREATE INDEX "host_turn_free_at_idx" ON "host_turn"("free_at");
GRANT SELECT, INSERT, UPDATE, DELETE ON host_turn TO gatehouse_directory;

-- What a page's answer said to robots, and the page that it says it is the same as.
ALTER TABLE "crawl_page" ADD COLUMN     "double_of" TEXT,
ADD COLUMN     "robots_tag" TEXT;
