-- Search over passages: BM25 in two stages. Runs as gatehouse_search, for which row-level security lets every passage
-- pass: the operator @@ is not leakproof, so below a policy with a condition the index on terms would stay unused.
-- The functions name the tenant themselves, from the transaction's setting, and nobody may log in as this role.
DO $$
BEGIN
  BEGIN
    CREATE ROLE gatehouse_search NOLOGIN NOINHERIT NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  EXECUTE format('GRANT gatehouse_search TO %I', current_user);
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO gatehouse_search', current_schema());
END $$;
GRANT SELECT ON passage, term, corpus TO gatehouse_search;
CREATE POLICY search ON passage FOR SELECT TO gatehouse_search USING (true);
CREATE POLICY search ON term FOR SELECT TO gatehouse_search USING (true);
CREATE POLICY search ON corpus FOR SELECT TO gatehouse_search USING (true);

-- A passage's lexemes: its title three times, as a word in a title says more than one in the text.
CREATE FUNCTION gatehouse_terms(title text, headings text[], body text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.english', concat_ws(E'\n', title, title, title, array_to_string(headings, E'\n'), body))
$$;

-- Occurrences of lexemes, BM25's document length.
CREATE FUNCTION gatehouse_length(terms tsvector) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(sum(coalesce(array_length(positions, 1), 1)), 0)::int FROM unnest(terms)
$$;

-- How often a lexeme occurs, given its rank with all weights 1: ts_rank is the sum of 1/j² for j up to that number,
-- divided by π²/6. Solved for it, without unnesting the vector.
CREATE FUNCTION gatehouse_occurrences(rank float4) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN rank <= 0 THEN 0 ELSE floor(1 / (1.64493406685 * greatest(1 - rank::float8, 0.0000001))) END
$$;

-- BM25 (Robertson and Zaragoza 2009; k1 = 1.2, b = 0.75, idf as in Lucene). Stage one takes the passages that hold
-- one of the question's rarest lexemes: at least two, and more while they stand in 3000 passages together. Stage two
-- scores these in full. `share` is the score divided by the best one that the question could have, lexemes that occur
-- nowhere counted: near 0 for a question about something else.
-- The turn before weighs in for follow-up questions: .25 × its question, .1 × its answer.
CREATE FUNCTION gatehouse_search_passages(question text, previous_question text, previous_answer text, most int)
  RETURNS TABLE (passage_id text, source_id text, title text, headings text[], url text, anchor text, body text,
    score float8, share float8)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
#variable_conflict use_column
DECLARE
  tenant text := gatehouse_tenant_id();
  total float8;
  average float8;
  lexemes text[];
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
  SELECT array_agg(r.lexeme), array_agg(r.weight), array_agg(quote_literal(r.lexeme)::tsquery),
    string_agg(quote_literal(r.lexeme), ' | ') FILTER (WHERE r.place <= 2 OR r.cumulative <= 3000)::tsquery,
    (SELECT sum(w.weight) FROM weighed w) * 2.2
    INTO lexemes, weights, queries, candidates, best
    FROM ranked r;
  IF candidates IS NULL THEN RETURN; END IF;

  RETURN QUERY
  WITH scored AS (
    SELECT p.id, (
        SELECT sum(w.weight * o.n * 2.2 / (o.n + 1.2 * (0.25 + 0.75 * p.length / average)))
          FROM unnest(queries, weights) AS w (query, weight),
            LATERAL (SELECT gatehouse_occurrences(ts_rank('{1,1,1,1}', p.terms, w.query)) AS n) o
          WHERE o.n > 0
      ) AS score
      FROM passage p WHERE p.tenant_id = tenant AND p.terms @@ candidates
      ORDER BY 2 DESC, 1 LIMIT most
  )
  SELECT p.id, p.source_id, p.title, p.headings, p.url, p.anchor, p.text, s.score, s.score / best
    FROM scored s JOIN passage p ON p.id = s.id AND p.tenant_id = tenant
    ORDER BY s.score DESC, p.id;
END $$;

ALTER FUNCTION gatehouse_search_passages(text, text, text, int) OWNER TO gatehouse_search;
REVOKE ALL ON FUNCTION gatehouse_search_passages(text, text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gatehouse_search_passages(text, text, text, int) TO gatehouse_tenant;
DO $$
BEGIN
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM gatehouse_search', current_schema());
END $$;

-- Passages that only moved within their source keep their row: positions are not unique while they move.
DROP INDEX passage_tenant_id_source_id_position_key;
CREATE INDEX passage_tenant_id_source_id_position_idx ON passage (tenant_id, source_id, position);
