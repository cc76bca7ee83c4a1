-- How many passages of a tenant are in each language, so that the last text of one takes its language along: one that was
-- mistaken for another's would be searched in for ever. Changed with the passages, in the same statement.
ALTER TABLE corpus ADD COLUMN spoken jsonb NOT NULL DEFAULT '{}';
-- Of every tenant's: the owner is held to row-level security, too, while it is forced.
ALTER TABLE corpus NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passage NO FORCE ROW LEVEL SECURITY;
UPDATE corpus SET
  spoken = coalesce((SELECT jsonb_object_agg(language, n) FROM (
    SELECT language, count(*) AS n FROM passage WHERE passage.tenant_id = corpus.tenant_id GROUP BY language) AS counted), '{}'),
  languages = coalesce((SELECT array_agg(DISTINCT language) FROM passage WHERE passage.tenant_id = corpus.tenant_id), '{}');
ALTER TABLE corpus FORCE ROW LEVEL SECURITY;
ALTER TABLE passage FORCE ROW LEVEL SECURITY;

-- Adds to counts by language, and leaves out what nothing is left of.
CREATE FUNCTION gatehouse_add_counts(counts jsonb, more jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, n) FILTER (WHERE n > 0), '{}') FROM (
    SELECT key, sum(value::int) AS n FROM (
      SELECT * FROM jsonb_each_text(counts) UNION ALL SELECT * FROM jsonb_each_text(more)) AS listed GROUP BY key) AS summed
$$;

-- A tenant's passages in the order of their ids, which are random: a sample is its beginning, and what a model has still to
-- embed is gone through without reading what it has.
CREATE INDEX "passage_tenant_id_id_idx" ON "passage"("tenant_id", "id");
