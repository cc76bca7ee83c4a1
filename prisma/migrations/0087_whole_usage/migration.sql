-- Tokens of an answer that its provider did not get to count, as the answer was over before, stand in as an estimate.
ALTER TABLE "answer_usage" ADD COLUMN "estimated" BOOLEAN NOT NULL DEFAULT false;

-- What embeddings cost, by day, model and what for: passages, questions, or measuring what a model's cosines say.
CREATE TABLE "embedding_use" (
    "tenant_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "model" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "tokens" BIGINT NOT NULL,

    CONSTRAINT "embedding_use_pkey" PRIMARY KEY ("tenant_id", "day", "model", "purpose")
);
SELECT gatehouse_isolate('embedding_use');
