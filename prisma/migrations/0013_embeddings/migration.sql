-- Search by meaning: where the extension is to be had. Vectors are kept as plain arrays and compared by it, so that the
-- table is the same everywhere, and an extension that is added later is used without another migration.
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector') THEN
    CREATE EXTENSION IF NOT EXISTS vector;
  END IF;
EXCEPTION WHEN insufficient_privilege OR feature_not_supported THEN NULL;
END $$;

CREATE TABLE "passage_embedding" (
    "tenant_id" TEXT NOT NULL,
    "passage_id" TEXT NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    "model" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "embedding" REAL[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passage_embedding_pkey" PRIMARY KEY ("passage_id")
);
CREATE INDEX "passage_embedding_tenant_id_model_idx" ON "passage_embedding"("tenant_id", "model");

-- Tenants whose passages or whose model changed since their passages were last embedded.
CREATE TABLE "embedding_due" (
    "tenant_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_until" TIMESTAMPTZ(3),

    CONSTRAINT "embedding_due_pkey" PRIMARY KEY ("tenant_id")
);

SELECT gatehouse_isolate(name::regclass) FROM unnest(ARRAY['passage_embedding', 'embedding_due']) AS name;

-- Written by triggers: no verb can forget to. Tenants without embeddings leave no trace.
CREATE FUNCTION gatehouse_embed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO embedding_due AS present (tenant_id, due_at)
    SELECT id, clock_timestamp() FROM tenant
     WHERE id = gatehouse_tenant_id() AND coalesce(answerer->>'embeddingProvider', 'none') <> 'none'
    ON CONFLICT (tenant_id) DO UPDATE SET due_at = excluded.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER embed AFTER INSERT ON passage FOR EACH STATEMENT EXECUTE FUNCTION gatehouse_embed();
CREATE TRIGGER embed AFTER UPDATE OF answerer ON tenant FOR EACH STATEMENT EXECUTE FUNCTION gatehouse_embed();

GRANT SELECT, UPDATE ON embedding_due TO gatehouse_directory;
CREATE POLICY directory ON embedding_due TO gatehouse_directory USING (true) WITH CHECK (true);
