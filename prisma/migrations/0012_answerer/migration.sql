-- Who answers a tenant's visitors, and what answers of models cost.
ALTER TABLE "tenant" ADD COLUMN     "answerer" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "answer_usage" (
    "tenant_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_hash" TEXT NOT NULL,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cost_usd" DOUBLE PRECISION,
    "first_token_ms" INTEGER,
    "latency_ms" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "trouble" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_usage_pkey" PRIMARY KEY ("tenant_id","message_id")
);
CREATE INDEX "answer_usage_tenant_id_conversation_id_idx" ON "answer_usage"("tenant_id", "conversation_id");
CREATE INDEX "answer_usage_tenant_id_created_at_idx" ON "answer_usage"("tenant_id", "created_at" DESC);

SELECT gatehouse_isolate('answer_usage');
