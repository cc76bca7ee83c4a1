// What embeddings cost, by day, model and purpose.
import type { Sql } from "./database";

export interface EmbeddingUse {
  /** As vectors are known by. */
  model: string;
  purpose: "passages" | "questions" | "measuring";
  /** Null where the provider does not say. */
  tokens: number | null;
  now: Date;
}

/** Counts one call. */
export async function addEmbeddingUse(sql: Sql, tenantId: string, { model, purpose, tokens, now }: EmbeddingUse) {
  await sql.query(
    `INSERT INTO embedding_use AS present (tenant_id, day, model, purpose, calls, tokens)
     VALUES ($1, ($2::timestamptz AT TIME ZONE 'UTC')::date, $3, $4, 1, $5)
     ON CONFLICT (tenant_id, day, model, purpose) DO UPDATE SET calls = present.calls + 1, tokens = present.tokens + excluded.tokens`,
    [tenantId, now, model, purpose, tokens ?? 0],
  );
}

/** Since then, of all models together. */
export async function sumEmbeddingUse(sql: Sql, since: Date): Promise<{ calls: number; tokens: number }> {
  const { rows } = await sql.query<{ calls: number; tokens: number }>(
    `SELECT coalesce(sum(calls), 0)::int AS calls, coalesce(sum(tokens), 0)::float8 AS tokens FROM embedding_use
      WHERE day >= ($1::timestamptz AT TIME ZONE 'UTC')::date`,
    [since],
  );
  return rows[0] ?? { calls: 0, tokens: 0 };
}
