-- The index finds one tenant's passages without walking through everybody's: a mark of the tenant stands among the
-- lexemes it is made of. No text yields such a lexeme, and `terms` itself stays free of it.
CREATE FUNCTION gatehouse_tenant_terms(tenant_id text, terms tsvector) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT terms || array_to_tsvector(ARRAY['tenant:' || tenant_id]) $$;
DROP INDEX passage_terms_idx;
-- Without a list of what is still to be sorted in: every search would read it from end to end.
CREATE INDEX passage_search_idx ON passage USING gin (gatehouse_tenant_terms(tenant_id, terms)) WITH (fastupdate = off);

-- A search reads many vectors: in the row and uncompressed.
ALTER TABLE passage SET (toast_tuple_target = 8160);

-- As before, but for three things: the index above; ids and scores are all that comes out, and all that the role may
-- read, so that the texts are fetched under row-level security by whoever asked; the plan is made once a connection.
REVOKE ALL ON passage FROM gatehouse_search;
GRANT SELECT (id, tenant_id, terms, length) ON passage TO gatehouse_search;
DROP FUNCTION gatehouse_search_passages(text, text, text, int);
CREATE FUNCTION gatehouse_search_passages(question text, previous_question text, previous_answer text, most int)
  RETURNS TABLE (passage_id text, score float8, share float8)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  tenant text := gatehouse_tenant_id();
  total float8;
  average float8;
  weights float8[];
  queries tsquery[];
  candidates tsquery;
  best float8;
BEGIN
  SELECT c.passages, greatest(c.length::float8 / greatest(c.passages, 1), 1) INTO total, average
    FROM corpus c WHERE c.tenant_id = tenant;
  IF total IS NULL OR total = 0 THEN RETURN; END IF;

  WITH turns (words, weight) AS (
    VALUES (question, 1.0), (previous_question, 0.25), (previous_answer, 0.1)
  ), asked AS (
    SELECT l.lexeme, sum(turns.weight) AS weight
      FROM turns, unnest(to_tsvector('pg_catalog.english', coalesce(turns.words, ''))) AS l
      GROUP BY l.lexeme
  ), weighed AS (
    -- Of a handful of passages nothing can be learned about how rare a word is: counted as if among 200.
    SELECT a.lexeme, coalesce(t.passages, 0) AS passages,
      a.weight * ln(1 + (greatest(total, 200) - coalesce(t.passages, 0) + 0.5) / (coalesce(t.passages, 0) + 0.5)) AS weight
      FROM asked a LEFT JOIN term t ON t.tenant_id = tenant AND t.lexeme = a.lexeme
  ), ranked AS (
    SELECT w.*, sum(w.passages) OVER rarest AS cumulative, row_number() OVER rarest AS place
      FROM weighed w WHERE w.passages > 0 WINDOW rarest AS (ORDER BY w.passages, w.lexeme)
  )
  SELECT array_agg(r.weight), array_agg(quote_literal(r.lexeme)::tsquery),
    string_agg(quote_literal(r.lexeme), ' | ') FILTER (WHERE r.place <= 2 OR r.cumulative <= 3000)::tsquery,
    (SELECT sum(w.weight) FROM weighed w) * 2.2
    INTO weights, queries, candidates, best
    FROM ranked r;
  IF candidates IS NULL THEN RETURN; END IF;

  RETURN QUERY
    SELECT p.id, total.score, total.score / best
      FROM passage p, LATERAL (
        SELECT sum(w.weight * o.n * 2.2 / (o.n + 1.2 * (0.25 + 0.75 * p.length / average))) AS score
          FROM unnest(queries, weights) AS w (query, weight),
            LATERAL (SELECT gatehouse_occurrences(ts_rank('{1,1,1,1}', p.terms, w.query)) AS n) o
          WHERE o.n > 0
      ) AS total
      WHERE gatehouse_tenant_terms(p.tenant_id, p.terms) @@ (quote_literal('tenant:' || tenant)::tsquery && candidates)
        AND p.tenant_id = tenant
      ORDER BY total.score DESC, p.id LIMIT most;
END $$;

REVOKE ALL ON FUNCTION gatehouse_search_passages(text, text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gatehouse_search_passages(text, text, text, int) TO gatehouse_tenant;
DO $$
BEGIN
  -- The temporary schema last: searched first, as it is by default, a temporary table or view of the caller would
  -- stand in for ours and run with this role's rights.
  EXECUTE format('ALTER FUNCTION gatehouse_search_passages(text, text, text, int) SET search_path = pg_catalog, %I, pg_temp',
    current_schema());
  EXECUTE format('GRANT CREATE ON SCHEMA %I TO gatehouse_search', current_schema());
  ALTER FUNCTION gatehouse_search_passages(text, text, text, int) OWNER TO gatehouse_search;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM gatehouse_search', current_schema());
END $$;
