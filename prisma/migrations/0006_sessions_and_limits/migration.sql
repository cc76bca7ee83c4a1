-- What ends sessions: all of a tenant's, one user's, or one.
ALTER TABLE "tenant" ADD COLUMN     "monthly_messages" INTEGER,
ADD COLUMN     "proof_of_work" TEXT NOT NULL DEFAULT 'off',
ADD COLUMN     "quota_spent" TEXT NOT NULL DEFAULT 'degrade',
ADD COLUMN     "sessions_not_before" TIMESTAMPTZ(3);

CREATE TABLE "user_revocation" (
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_revocation_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- A session that ends says so by its id: every process forgets that one, and not what it knows of the tenant.
-- A row that is cleaned up long after it expired is nobody's news.
ALTER TABLE "change" ADD COLUMN     "subject" TEXT;
CREATE OR REPLACE FUNCTION gatehouse_announce() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(COALESCE(NEW, OLD));
  changed_tenant text := COALESCE(changed->>'tenant_id', changed->>'id');
  changed_subject text := CASE WHEN TG_TABLE_NAME = 'session' THEN changed->>'id' END;
BEGIN
  INSERT INTO change (tenant_id, subject) VALUES (changed_tenant, changed_subject);
  PERFORM pg_notify('gatehouse_change', concat_ws(' ', changed_tenant, changed_subject));
  RETURN NULL;
END $$;
DROP TRIGGER announce ON session;
CREATE TRIGGER announce AFTER UPDATE OF revoked_at ON session FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON user_revocation FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();

-- A site key that was replaced works until then.
ALTER TABLE "site_key" ADD COLUMN     "retires_at" TIMESTAMPTZ(3);
GRANT SELECT (retires_at) ON site_key TO gatehouse_directory;
DROP TRIGGER announce ON site_key;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF key, disabled_at, retires_at OR DELETE ON site_key FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();

-- Origins that count as one, and origins for a while.
ALTER TABLE "origin" ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "group_name" TEXT;
DROP TRIGGER announce ON origin;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF pattern, expires_at, group_name OR DELETE ON origin FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();

-- Sources that the tenant's own server keeps up to date.
ALTER TABLE "source" ADD COLUMN     "external_id" TEXT;
CREATE UNIQUE INDEX "source_tenant_id_external_id_key" ON "source"("tenant_id", "external_id");

-- Messages of a calendar month, exact and for as long as the month lasts.
CREATE TABLE "message_count" (
    "tenant_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "messages" INTEGER NOT NULL,

    CONSTRAINT "message_count_pkey" PRIMARY KEY ("tenant_id","month")
);
ALTER TABLE "message" ADD COLUMN     "search_only" BOOLEAN NOT NULL DEFAULT false;

-- A proof of work is good for one session.
CREATE TABLE "spent_challenge" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "spent_challenge_tenant_id_expires_at_idx" ON "spent_challenge"("tenant_id", "expires_at");

SELECT gatehouse_isolate(name::regclass) FROM unnest(ARRAY['user_revocation', 'message_count', 'spent_challenge']) AS name;
