-- Below which share of the best possible score a question is about something else: measured in each tenant's own passages.
CREATE TABLE "topic_line" (
    "tenant_id" TEXT NOT NULL,
    "off_topic" DOUBLE PRECISION NOT NULL,
    "passages" INTEGER NOT NULL,
    "length" BIGINT NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_line_pkey" PRIMARY KEY ("tenant_id")
);
SELECT gatehouse_isolate('topic_line');

-- The directory finds whose passages changed since; it reads no more than how many they are.
GRANT SELECT (tenant_id, passages, length) ON topic_line, corpus TO gatehouse_directory;
CREATE POLICY directory ON topic_line FOR SELECT TO gatehouse_directory USING (true);
CREATE POLICY directory ON corpus FOR SELECT TO gatehouse_directory USING (true);
