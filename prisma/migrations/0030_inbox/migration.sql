-- Where from somebody did what the audit says they did. Rows from before have no word of it, and hash as they did.
ALTER TABLE "audit_entry" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '';
CREATE INDEX "audit_entry_tenant_id_action_sequence_idx" ON "audit_entry"("tenant_id", "action", "sequence");

-- Conversations without a word for so many days are erased; null keeps them.
ALTER TABLE "tenant" ADD COLUMN     "retention_days" INTEGER;
GRANT SELECT (retention_days) ON tenant TO gatehouse_directory;

-- How long an answer took, milliseconds.
ALTER TABLE "message" ADD COLUMN     "answer_ms" INTEGER;
CREATE INDEX "message_created_at_idx" ON "message" USING BRIN ("created_at");

-- A transaction begins when the question came; an answer that is written later is timed from the question's row on.
CREATE FUNCTION gatehouse_time_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.answer_ms := greatest(0, extract(epoch FROM clock_timestamp() -
    CASE WHEN TG_OP = 'INSERT' THEN now() ELSE NEW.created_at END) * 1000)::int;
  RETURN NEW;
END $$;
CREATE TRIGGER time_answer BEFORE INSERT ON message FOR EACH ROW
  WHEN (NEW.role = 'assistant' AND NEW.author IS NULL AND NEW.state = 'done') EXECUTE FUNCTION gatehouse_time_answer();
CREATE TRIGGER time_late_answer BEFORE UPDATE OF state ON message FOR EACH ROW
  WHEN (NEW.role = 'assistant' AND OLD.state = 'pending' AND NEW.state = 'done') EXECUTE FUNCTION gatehouse_time_answer();

-- Somebody of the tenant has the conversations open until then: only then are changes of any of them announced.
CREATE TABLE "inbox_watch" (
    "tenant_id" TEXT NOT NULL,
    "watched_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbox_watch_pkey" PRIMARY KEY ("tenant_id")
);

-- What happened on a day (UTC) at an origin; the days before `usage_mark.upto` are complete, later ones hold only what
-- cannot be counted any more: refusals, and conversations that were erased.
CREATE TABLE "usage_day" (
    "tenant_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "origin" TEXT NOT NULL,
    "conversations" INTEGER NOT NULL DEFAULT 0,
    "questions" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "unanswered" INTEGER NOT NULL DEFAULT 0,
    "escalated" INTEGER NOT NULL DEFAULT 0,
    "flagged" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "first_answers" INTEGER NOT NULL DEFAULT 0,
    "first_answer_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "usage_day_pkey" PRIMARY KEY ("tenant_id","day","origin")
);

CREATE TABLE "usage_mark" (
    "tenant_id" TEXT NOT NULL,
    "upto" DATE NOT NULL,

    CONSTRAINT "usage_mark_pkey" PRIMARY KEY ("tenant_id")
);

SELECT gatehouse_isolate(name::regclass) FROM unnest(ARRAY['inbox_watch', 'usage_day', 'usage_mark']) AS name;
GRANT SELECT ON usage_mark TO gatehouse_directory;
CREATE POLICY directory ON usage_mark FOR SELECT TO gatehouse_directory USING (true);

-- The tenant's members hear that something happened, not what: they read it as who they are.
CREATE FUNCTION gatehouse_announce_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := COALESCE(NEW.tenant_id, OLD.tenant_id);
BEGIN
  IF EXISTS (SELECT 1 FROM inbox_watch WHERE tenant_id = changed AND watched_until > now()) THEN
    INSERT INTO conversation_change (conversation_id) VALUES (changed);
    PERFORM pg_notify('gatehouse_conversation', changed);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_inbox AFTER INSERT OR UPDATE OF status, last_message_at OR DELETE ON conversation
  FOR EACH ROW EXECUTE FUNCTION gatehouse_announce_inbox();
