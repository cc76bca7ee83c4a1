-- How many requests of a tenant were refused within the present minute, by all processes together.
CREATE TABLE "refusal_minute" (
    "tenant_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "refusal_minute_pkey" PRIMARY KEY ("tenant_id")
);

SELECT gatehouse_isolate('refusal_minute');
