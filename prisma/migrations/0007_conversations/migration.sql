-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "moderation" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "conversation" ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalation_email" TEXT,
ADD COLUMN     "escalation_reason" TEXT,
ADD COLUMN     "rating" INTEGER,
ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "watched_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "author" TEXT,
ADD COLUMN     "moderation" JSONB,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'done';

-- CreateTable
CREATE TABLE "feedback" (
    "tenant_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "comment" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("tenant_id","message_id")
);

-- CreateTable
CREATE TABLE "conversation_change" (
    "id" BIGSERIAL NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "sealed" TEXT NOT NULL,
    "previous_sealed" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "conversation_id" TEXT,
    "event" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feedback_tenant_id_conversation_id_idx" ON "feedback"("tenant_id", "conversation_id");

-- CreateIndex
CREATE INDEX "webhook_tenant_id_idx" ON "webhook"("tenant_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_tenant_id_webhook_id_created_at_idx" ON "webhook_delivery"("tenant_id", "webhook_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "webhook_delivery_tenant_id_conversation_id_idx" ON "webhook_delivery"("tenant_id", "conversation_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_next_attempt_at_idx" ON "webhook_delivery"("next_attempt_at");

SELECT gatehouse_isolate(name::regclass) FROM unnest(ARRAY['feedback', 'webhook', 'webhook_delivery']) AS name;

-- Which webhooks there are is part of a tenant's configuration; when one last succeeded is not.
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF url, events, sealed OR DELETE ON webhook FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();

-- What is due and what is old, of all tenants; nothing of what was said.
GRANT SELECT (id, tenant_id, status, next_attempt_at, created_at) ON webhook_delivery TO gatehouse_directory;
CREATE POLICY directory ON webhook_delivery FOR SELECT TO gatehouse_directory USING (true);
GRANT SELECT (tenant_id, created_at) ON idempotency TO gatehouse_directory;
CREATE POLICY directory ON idempotency FOR SELECT TO gatehouse_directory USING (true);
GRANT SELECT (tenant_id, expires_at) ON session TO gatehouse_directory;
CREATE POLICY directory ON session FOR SELECT TO gatehouse_directory USING (true);
CREATE INDEX session_expires_at_idx ON session (expires_at);

-- A conversation that somebody watches announces what happens in it. Others cost nothing: a NOTIFY makes commits queue.
CREATE FUNCTION gatehouse_announce_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO conversation_change (conversation_id) VALUES (OLD.id);
  PERFORM pg_notify('gatehouse_conversation', OLD.id);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER UPDATE OF status, last_message_at ON conversation FOR EACH ROW
  WHEN (NEW.watched_until > now()) EXECUTE FUNCTION gatehouse_announce_conversation();
CREATE TRIGGER announce_end AFTER DELETE ON conversation FOR EACH ROW
  WHEN (OLD.watched_until > now()) EXECUTE FUNCTION gatehouse_announce_conversation();
GRANT INSERT ON conversation_change TO gatehouse_tenant;
GRANT USAGE ON SEQUENCE conversation_change_id_seq TO gatehouse_tenant;
GRANT SELECT, DELETE ON conversation_change TO gatehouse_directory;
