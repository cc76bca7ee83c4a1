-- Search in the language a text is written in. `language` names one of Postgres's own configurations.
ALTER TABLE passage ADD COLUMN language text NOT NULL DEFAULT 'english';
ALTER TABLE corpus ADD COLUMN languages text[] DEFAULT '{}';
UPDATE corpus SET languages = '{english}' WHERE passages > 0;

-- Thai, Lao, Burmese, Khmer, Japanese, Chinese and Korean are found by pairs of neighbouring letters: there is no
-- configuration that knows where their words end.
CREATE FUNCTION gatehouse_pairs(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(quote_literal(pair) || ':' || place, ' '), '')::tsvector FROM (
    SELECT substr(m.run[1], at, 2) AS pair, least(row_number() OVER (ORDER BY m.place, at), 16383) AS place
    FROM regexp_matches(words, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+)', 'g')
      WITH ORDINALITY AS m (run, place), generate_series(1, greatest(length(m.run[1]) - 1, 1)) AS at) pairs
$$;

CREATE FUNCTION gatehouse_lexemes(language text, words text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN words ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]'
    THEN to_tsvector(('pg_catalog.' || language)::regconfig,
        regexp_replace(words, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', ' ', 'g'))
      || gatehouse_pairs(words)
    ELSE to_tsvector(('pg_catalog.' || language)::regconfig, words) END
$$;

DROP FUNCTION gatehouse_terms(text, text[], text);
-- A passage's lexemes: its title three times, as a word in a title says more than one in the text.
CREATE FUNCTION gatehouse_terms(language text, title text, headings text[], body text) RETURNS tsvector
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT gatehouse_lexemes(language, concat_ws(E'\n', title, title, title, array_to_string(headings, E'\n'), body))
$$;

-- As in 0006, but for the languages: a question in one that the tenant's texts have is read in it, any other in each of
-- theirs, without what is a small word in one of them; the best possible score is the one of the language in which it is highest.
DROP FUNCTION gatehouse_search_passages(text, text, text, int);
CREATE FUNCTION gatehouse_search_passages(question text, previous_question text, previous_answer text, most int,
    language text DEFAULT '')
  RETURNS TABLE (passage_id text, score float8, share float8)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  tenant text := gatehouse_tenant_id();
  total float8;
  average float8;
  spoken text[];
  weights float8[];
  queries tsquery[];
  candidates tsquery;
  best float8;
BEGIN
  SELECT c.passages, greatest(c.length::float8 / greatest(c.passages, 1), 1),
      CASE WHEN language = ANY (c.languages) THEN ARRAY[language] ELSE c.languages END
    INTO total, average, spoken FROM corpus c WHERE c.tenant_id = tenant;
  IF total IS NULL OR total = 0 THEN RETURN; END IF;

  WITH turns (words, weight) AS (
    VALUES (question, 1.0), (previous_question, 0.25), (previous_answer, 0.1)
  ), asked AS (
    SELECT s.language, l.lexeme, sum(turns.weight) AS weight
      FROM unnest(spoken) AS s (language), turns, unnest(gatehouse_lexemes(s.language, coalesce(turns.words, ''))) AS l
      -- A text whose language was mistaken holds the small words of its own: rare, so it would be found for everything.
      WHERE cardinality(spoken) = 1 OR NOT EXISTS (
        SELECT FROM unnest(spoken) AS other (language)
          WHERE other.language <> s.language AND gatehouse_lexemes(other.language, l.lexeme) = '')
      GROUP BY s.language, l.lexeme
  ), weighed AS (
    -- Of a handful of passages nothing can be learned about how rare a word is: counted as if among 200.
    SELECT a.language, a.lexeme, coalesce(t.passages, 0) AS passages,
      a.weight * ln(1 + (greatest(total, 200) - coalesce(t.passages, 0) + 0.5) / (coalesce(t.passages, 0) + 0.5)) AS weight
      FROM asked a LEFT JOIN term t ON t.tenant_id = tenant AND t.lexeme = a.lexeme
  ), ranked AS (
    SELECT w.*, sum(w.passages) OVER rarest AS cumulative, row_number() OVER rarest AS place
      FROM (SELECT DISTINCT lexeme, passages, weight FROM weighed WHERE passages > 0) w
      WINDOW rarest AS (ORDER BY w.passages, w.lexeme)
  )
  SELECT array_agg(r.weight), array_agg(quote_literal(r.lexeme)::tsquery),
    string_agg(quote_literal(r.lexeme), ' | ') FILTER (WHERE r.place <= 2 OR r.cumulative <= 3000)::tsquery,
    (SELECT max(b.best) FROM (SELECT sum(w.weight) AS best FROM weighed w GROUP BY w.language) b) * 2.2
    INTO weights, queries, candidates, best
    FROM ranked r;
  IF candidates IS NULL THEN RETURN; END IF;

  RETURN QUERY
    SELECT p.id, total.score, least(1, total.score / best)
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

REVOKE ALL ON FUNCTION gatehouse_search_passages(text, text, text, int, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gatehouse_search_passages(text, text, text, int, text) TO gatehouse_tenant;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION gatehouse_search_passages(text, text, text, int, text) SET search_path = pg_catalog, %I, pg_temp',
    current_schema());
  EXECUTE format('GRANT CREATE ON SCHEMA %I TO gatehouse_search', current_schema());
  ALTER FUNCTION gatehouse_search_passages(text, text, text, int, text) OWNER TO gatehouse_search;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM gatehouse_search', current_schema());
END $$;
