-- The signs of a vector's numbers: which vectors are worth comparing in full is told by them, in a thirtieth of the bytes and
-- without unpacking any.
CREATE FUNCTION gatehouse_signs(vector real[]) RETURNS varbit LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN value > 0 THEN '1' ELSE '0' END, '' ORDER BY place)::varbit
    FROM unnest(vector) WITH ORDINALITY AS v (value, place)
$$;
ALTER TABLE "passage_embedding" ADD COLUMN "signs" VARBIT;
-- Every tenant's, which no UPDATE under row-level security would see.
ALTER TABLE "passage_embedding" ALTER COLUMN "signs" TYPE VARBIT USING gatehouse_signs(embedding);

-- What cosines of one model mean in a tenant's passages: models differ in where unrelated texts lie.
CREATE TABLE "meaning_line" (
    "tenant_id" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "far" DOUBLE PRECISION,
    "line" DOUBLE PRECISION,
    "near" DOUBLE PRECISION,
    "passages" INTEGER NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meaning_line_pkey" PRIMARY KEY ("tenant_id")
);
SELECT gatehouse_isolate('meaning_line');

-- Tenants take turns; what a provider refused is told, and tried again after a growing pause.
ALTER TABLE "embedding_due" ADD COLUMN "served_at" TIMESTAMPTZ(3), ADD COLUMN "failure" TEXT, ADD COLUMN "failures" INTEGER NOT NULL DEFAULT 0;

-- As in 0013; new settings are tried at once, whatever the old ones came to.
CREATE OR REPLACE FUNCTION gatehouse_embed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO embedding_due AS present (tenant_id, due_at)
    SELECT id, clock_timestamp() FROM tenant
     WHERE id = gatehouse_tenant_id() AND coalesce(answerer->>'embeddingProvider', 'none') <> 'none'
    ON CONFLICT (tenant_id) DO UPDATE SET due_at = excluded.due_at;
  IF TG_TABLE_NAME = 'tenant' THEN
    UPDATE embedding_due SET taken_until = NULL, failure = NULL, failures = 0 WHERE tenant_id = gatehouse_tenant_id();
  END IF;
  RETURN NULL;
END $$;
