-- Whether any tenant lists an origin: what a stranger's conversation id is answered with depends on it.
GRANT SELECT (tenant_id, pattern) ON origin TO gatehouse_directory;
CREATE POLICY directory ON origin FOR SELECT TO gatehouse_directory USING (true);
CREATE INDEX origin_pattern_idx ON origin (pattern);

-- The refusals page shows the newest first.
CREATE INDEX refusal_tenant_id_last_seen_at_idx ON refusal (tenant_id, last_seen_at DESC);
