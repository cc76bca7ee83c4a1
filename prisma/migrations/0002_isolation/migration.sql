-- Two roles that cannot bypass row-level security. Every transaction of the product takes on one of them
-- (SET LOCAL ROLE), so that also a query without a tenant filter sees one tenant only.
--   gatehouse_tenant     works for the tenant named in the setting gatehouse.tenant_id, sees nothing without it
--   gatehouse_directory  looks up what must be known before there is a tenant, and owns accounts
DO $$
DECLARE
  role_name text;
BEGIN
  -- Roles belong to the server, not to one database: another database may have made them already.
  FOREACH role_name IN ARRAY ARRAY['gatehouse_tenant', 'gatehouse_directory'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT NOBYPASSRLS', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
  END LOOP;
END $$;

CREATE FUNCTION gatehouse_tenant_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('gatehouse.tenant_id', true), '') $$;

-- Every table that has a tenant_id belongs to that tenant. A table added later calls this function too;
-- a test fails when one is left out.
CREATE FUNCTION gatehouse_isolate(table_name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO gatehouse_tenant', table_name);
  EXECUTE format(
    'CREATE POLICY tenant ON %s TO gatehouse_tenant USING (tenant_id = gatehouse_tenant_id()) WITH CHECK (tenant_id = gatehouse_tenant_id())',
    table_name);
END $$;

SELECT gatehouse_isolate(name::regclass) FROM unnest(ARRAY[
  'membership', 'site_key', 'origin', 'signing_secret', 'api_key', 'visitor', 'session', 'conversation',
  'message', 'idempotency', 'refusal', 'source', 'passage', 'term', 'corpus'
]) AS name;

ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant TO gatehouse_tenant;
CREATE POLICY tenant ON tenant TO gatehouse_tenant
  USING (id = gatehouse_tenant_id()) WITH CHECK (id = gatehouse_tenant_id());

-- The record of what was done can be added to and read, never changed.
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON audit_entry TO gatehouse_tenant;
CREATE POLICY tenant ON audit_entry TO gatehouse_tenant
  USING (tenant_id = gatehouse_tenant_id()) WITH CHECK (tenant_id = gatehouse_tenant_id());

-- A tenant sees the accounts of its own members, no password among them.
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user" FORCE ROW LEVEL SECURITY;
GRANT SELECT (id, email, created_at) ON "user" TO gatehouse_tenant;
CREATE POLICY members ON "user" FOR SELECT TO gatehouse_tenant
  USING (EXISTS (SELECT 1 FROM membership WHERE membership.user_id = "user".id));

-- Configuration changes announce themselves: no verb can forget to.
CREATE FUNCTION gatehouse_announce() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(COALESCE(NEW, OLD));
  changed_tenant text := COALESCE(changed->>'tenant_id', changed->>'id');
BEGIN
  INSERT INTO change (tenant_id) VALUES (changed_tenant);
  PERFORM pg_notify('gatehouse_change', changed_tenant);
  RETURN NULL;
END $$;

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON tenant FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF key, disabled_at OR DELETE ON site_key FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF pattern OR DELETE ON origin FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF sealed, retires_at, revoked_at OR DELETE ON signing_secret FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF hash, scopes, expires_at, revoked_at OR DELETE ON api_key FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
CREATE TRIGGER announce AFTER UPDATE OF revoked_at OR DELETE ON session FOR EACH ROW EXECUTE FUNCTION gatehouse_announce();
GRANT INSERT ON change TO gatehouse_tenant;
GRANT USAGE ON SEQUENCE change_id_seq, message_sequence_seq, audit_entry_sequence_seq TO gatehouse_tenant;

-- What the directory may look up before a tenant is known: ids and keys, nothing that was said.
GRANT SELECT (id, name, created_at) ON tenant TO gatehouse_directory;
GRANT SELECT ON membership TO gatehouse_directory;
GRANT SELECT (tenant_id, key, disabled_at) ON site_key TO gatehouse_directory;
GRANT SELECT (id, tenant_id, hash, scopes, expires_at, revoked_at) ON api_key TO gatehouse_directory;
GRANT SELECT (id, tenant_id) ON conversation TO gatehouse_directory;
GRANT SELECT, DELETE ON change TO gatehouse_directory;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", member_session, email_token, session_key TO gatehouse_directory;
DO $$
DECLARE
  looked_up text;
BEGIN
  FOREACH looked_up IN ARRAY ARRAY['tenant', 'membership', 'site_key', 'api_key', 'conversation'] LOOP
    EXECUTE format('CREATE POLICY directory ON %I FOR SELECT TO gatehouse_directory USING (true)', looked_up);
  END LOOP;
END $$;
CREATE POLICY directory ON "user" TO gatehouse_directory USING (true) WITH CHECK (true);
