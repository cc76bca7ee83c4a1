-- Whose refusals have had their time.
GRANT SELECT (tenant_id, last_seen_at) ON refusal TO gatehouse_directory;
CREATE POLICY directory ON refusal FOR SELECT TO gatehouse_directory USING (true);
