-- Search whose cost is bounded however large the tenant is. As in 0010, but for two things.
-- Stage one: the question's weightiest lexemes while they stand in 700 passages together; the next five, which stand in more,
-- count in pairs, the weightiest first, while they are expected in 700. Only when that finds fewer than `most`, the
-- weightiest of them counts alone, in as many passages as are looked at. Of 100,000 passages, 97 of 100 of the first eight are those that
-- scoring every passage with any of the lexemes finds, and the first one is the same in 98.
-- Stage two: the score is one expression over the row, made for as many lexemes as there are; it holds none of their letters.

-- Twice the rows a page: the text is compressed, the vector is not.
ALTER TABLE passage ALTER COLUMN terms SET STORAGE MAIN;
ALTER TABLE passage SET (toast_tuple_target = 4080);

DROP FUNCTION gatehouse_search_passages(text, text, text, int, text);
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
  loose tsquery;
  pairs tsquery;
  common tsquery;
  best float8;
  scored text;
  found int;
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
    -- The weightiest first: the rarest, but what is asked now before what was said before.
    SELECT w.*, w.passages <= 700 AND sum(w.passages) FILTER (WHERE w.passages <= 700) OVER best <= 700 AS is_loose,
        row_number() OVER best AS place
      FROM (SELECT DISTINCT lexeme, passages, weight FROM weighed WHERE passages > 0) w
      WINDOW best AS (ORDER BY w.weight DESC, w.lexeme)
  ), frequent AS (
    SELECT lexeme, passages::float8 AS passages, weight, place FROM ranked WHERE NOT is_loose ORDER BY place LIMIT 5
  ), expected AS (
    SELECT format('%L & %L', one.lexeme, other.lexeme) AS pair, row_number() OVER best AS place,
        sum(one.passages * other.passages / total) OVER best AS cumulative
      FROM frequent one JOIN frequent other ON one.place < other.place
      WINDOW best AS (ORDER BY one.weight + other.weight DESC, one.place, other.place)
  )
  SELECT array_agg(r.weight), array_agg(quote_literal(r.lexeme)::tsquery),
    string_agg(quote_literal(r.lexeme), ' | ') FILTER (WHERE r.is_loose)::tsquery,
    (SELECT string_agg(e.pair, ' | ')::tsquery FROM expected e WHERE e.place = 1 OR e.cumulative <= 700),
    (SELECT quote_literal(f.lexeme)::tsquery FROM frequent f ORDER BY f.place LIMIT 1),
    (SELECT max(b.best) FROM (SELECT sum(w.weight) AS best FROM weighed w GROUP BY w.language) b) * 2.2
    INTO weights, queries, loose, pairs, common, best
    FROM ranked r;
  IF queries IS NULL THEN RETURN; END IF;

  -- BM25's w · n · 2.2 / (n + c), so written that n, the occurrences (see 0003), stands in it once.
  SELECT string_agg(format('$2[%1$s] * (2.2 - 2.2 * c / (floor(1 / (1.64493406685 * '
      'greatest(1 - ts_rank(''{1,1,1,1}'', p.terms, $1[%1$s])::float8, 0.0000001))) + c))', n), ' + ')
    INTO scored FROM generate_subscripts(queries, 1) AS n;
  scored := 'WITH scored AS MATERIALIZED (
      SELECT p.id, ' || scored || ' AS score
        FROM passage p, LATERAL (SELECT 1.2 * (0.25 + 0.75 * p.length / $3) AS c) AS norm
        WHERE gatehouse_tenant_terms(p.tenant_id, p.terms) @@ $4 AND p.tenant_id = $5
    )
    SELECT s.id, s.score, least(1, s.score / $6) FROM (SELECT * FROM scored LIMIT $7) s
      ORDER BY s.score DESC, s.id LIMIT $8';

  -- No condition is known by its number of passages alone: words that belong together stand together more often.
  IF loose IS NOT NULL OR pairs IS NOT NULL THEN
    loose := CASE WHEN loose IS NULL THEN pairs WHEN pairs IS NULL THEN loose ELSE loose || pairs END;
    RETURN QUERY EXECUTE scored
      USING queries, weights, average, quote_literal('tenant:' || tenant)::tsquery && loose, tenant, best, 3000, most;
    GET DIAGNOSTICS found = ROW_COUNT;
  END IF;
  IF common IS NOT NULL AND coalesce(found, 0) < most THEN
    common := CASE WHEN loose IS NULL THEN common ELSE common && !! loose END;
    RETURN QUERY EXECUTE scored
      USING queries, weights, average, quote_literal('tenant:' || tenant)::tsquery && common, tenant, best, 2000, most - coalesce(found, 0);
  END IF;
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
