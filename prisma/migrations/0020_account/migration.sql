-- Two-step sign-in: the seed is sealed; `totp_since` is null while it waits for its first code.
ALTER TABLE "user" ADD COLUMN     "totp_last_step" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "totp_sealed" TEXT,
ADD COLUMN     "totp_since" TIMESTAMPTZ(3);

-- What the link confirms: the new address of an e-mail change.
ALTER TABLE "email_token" ADD COLUMN     "email" TEXT;

CREATE TABLE "recovery_code" (
    "hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("hash")
);
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "passkey_challenge" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code, passkey, passkey_challenge TO gatehouse_directory;

CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");
CREATE UNIQUE INDEX "invitation_tenant_id_email_key" ON "invitation"("tenant_id", "email");
SELECT gatehouse_isolate('invitation');

-- Whoever holds an invitation's link is asked before there is a tenant.
GRANT SELECT (id, tenant_id, email, role, token_hash, expires_at) ON invitation TO gatehouse_directory;
CREATE POLICY directory ON invitation FOR SELECT TO gatehouse_directory USING (true);

-- Ends a tenant: every row of it that may be deleted. What stays is the record of what was done, and the list of files
-- whose bytes are still to be erased. Runs as the tenant, so it reaches no other one.
CREATE FUNCTION gatehouse_end_tenant() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owned regclass;
BEGIN
  FOR owned IN
    SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
      AND c.relname NOT IN ('file_removal', 'membership') AND has_table_privilege(c.oid, 'DELETE')
    ORDER BY c.relname
  LOOP
    EXECUTE format('DELETE FROM %s', owned);
  END LOOP;
  DELETE FROM tenant;
END $$;
