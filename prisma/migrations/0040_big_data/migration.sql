-- What a tenant with years of conversations looks for is found by an index of its own rows, not by reading all of them.

-- Conversations by what members filter them with, newest message first, and by who had them.
CREATE INDEX "conversation_tenant_id_origin_last_message_at_idx" ON "conversation"("tenant_id", "origin", "last_message_at" DESC);
CREATE INDEX "conversation_tenant_id_user_id_last_message_at_idx" ON "conversation"("tenant_id", "user_id", "last_message_at" DESC) WHERE user_id IS NOT NULL;
CREATE INDEX "conversation_tenant_id_status_last_message_at_idx" ON "conversation"("tenant_id", "status", "last_message_at" DESC) WHERE status <> 'ai';
CREATE INDEX "conversation_tenant_id_rating_idx" ON "conversation"("tenant_id", "rating") WHERE rating IS NOT NULL;
CREATE INDEX "conversation_tenant_id_escalated_at_idx" ON "conversation"("tenant_id", "escalated_at") WHERE escalated_at IS NOT NULL;
CREATE INDEX "conversation_tenant_id_visitor_id_idx" ON "conversation"("tenant_id", "visitor_id");
CREATE INDEX "feedback_tenant_id_value_idx" ON "feedback"("tenant_id", "value");

-- The messages of a tenant's days: those of all tenants were read for it.
DROP INDEX "message_created_at_idx";
CREATE INDEX "message_tenant_id_created_at_idx" ON "message"("tenant_id", "created_at");
CREATE INDEX "message_flagged_idx" ON "message"("tenant_id", "conversation_id") WHERE moderation IS NOT NULL;
CREATE INDEX "message_unanswered_idx" ON "message"("tenant_id", "sequence" DESC)
  WHERE role = 'assistant' AND author IS NULL AND state = 'done' AND NOT grounded;

CREATE INDEX "audit_entry_tenant_id_actor_sequence_idx" ON "audit_entry"("tenant_id", "actor", "sequence");
CREATE INDEX "audit_entry_tenant_id_at_idx" ON "audit_entry"("tenant_id", "at");
CREATE INDEX "session_tenant_id_expires_at_idx" ON "session"("tenant_id", "expires_at");
-- It serves both questions, and every session that begins writes one index fewer.
DROP INDEX "session_expires_at_idx";

-- Words of what was said, each behind its tenant: a beginning of a word is looked up among that tenant's words alone. No
-- stemming, as members look for names and numbers, too. Written to be found by any search_path: maintenance has none of ours.
CREATE FUNCTION gatehouse_spoken(tenant_id text, words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
BEGIN ATOMIC
  SELECT coalesce(array_agg(tenant_id || ' ' || lexeme), '{}')
    FROM unnest(tsvector_to_array(CASE
      WHEN words ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]'
        THEN to_tsvector('pg_catalog.simple'::regconfig, words) || gatehouse_pairs(words)
      ELSE to_tsvector('pg_catalog.simple'::regconfig, words) END)) AS lexeme
   -- Nobody types longer ones, and there is a limit that would refuse the message.
   WHERE octet_length(lexeme) BETWEEN 1 AND 200;
END;
CREATE FUNCTION gatehouse_message_terms(tenant_id text, content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
BEGIN ATOMIC
  SELECT array_to_tsvector(gatehouse_spoken(tenant_id, content));
END;
-- With a short list of what is still to be sorted in: a message does not wait for the index.
CREATE INDEX message_search_idx ON message USING gin (gatehouse_message_terms(tenant_id, content)) WITH (gin_pending_list_limit = 512);

-- Every word, by its beginning from three letters on. Null where there is no word.
CREATE FUNCTION gatehouse_message_query(tenant_id text, words text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''' ||
      CASE WHEN length(word) - length(tenant_id) > 3 THEN ':*' ELSE '' END, ' & ')::tsquery
    FROM unnest(gatehouse_spoken(tenant_id, words)) AS word;
END;

-- The conversations of messages since then that hold every word, of at most so many; in no certain order. Runs as gatehouse_search, for
-- the reason that 0003 gives: @@ is not leakproof.
GRANT SELECT (tenant_id, conversation_id, content, created_at) ON message TO gatehouse_search;
CREATE POLICY search ON message FOR SELECT TO gatehouse_search USING (true);
CREATE FUNCTION gatehouse_search_messages(words text, since timestamptz, most int) RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET jit = off SET plan_cache_mode = force_custom_plan
  SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  tenant text := gatehouse_tenant_id();
  wanted tsquery := gatehouse_message_query(tenant, words);
BEGIN
  IF wanted IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT m.conversation_id FROM message m
      WHERE gatehouse_message_terms(m.tenant_id, m.content) @@ wanted AND m.tenant_id = tenant
        AND m.created_at >= since LIMIT most;
END $$;
REVOKE ALL ON FUNCTION gatehouse_search_messages(text, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gatehouse_search_messages(text, timestamptz, int) TO gatehouse_tenant;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION gatehouse_search_messages(text, timestamptz, int) SET search_path = pg_catalog, %I, pg_temp', current_schema());
  EXECUTE format('GRANT CREATE ON SCHEMA %I TO gatehouse_search', current_schema());
  ALTER FUNCTION gatehouse_search_messages(text, timestamptz, int) OWNER TO gatehouse_search;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM gatehouse_search', current_schema());
END $$;

-- Compiling a statement takes longer than any of ours does.
DO $$
BEGIN
  EXECUTE format('ALTER DATABASE %I SET jit = off', current_database());
EXCEPTION WHEN insufficient_privilege OR feature_not_supported THEN NULL;
END $$;
