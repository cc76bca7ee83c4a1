// What answers of models cost, one row an answer.
import type { Sql } from "./database";

export interface UsageRow {
  messageId: string;
  conversationId: string;
  provider: string;
  model: string;
  /** SHA-256 of what the model was told beside the question. */
  promptHash: string;
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars; null where no price is known. */
  costUsd: number | null;
  firstTokenMs: number | null;
  latencyMs: number;
  attempts: number;
  /** answered | refused | quoted: the last where the passages had to speak for themselves. */
  outcome: string;
  trouble: string | null;
  /** Some of the tokens were not counted by the provider. */
  estimated: boolean;
  now: Date;
}

/** Writes down what one answer cost; a second attempt at the same answer adds to the first. */
export async function saveUsage(sql: Sql, tenantId: string, row: UsageRow): Promise<void> {
  const { messageId, conversationId, provider, model, promptHash, inputTokens, outputTokens, costUsd, now } = row;
  const { firstTokenMs, latencyMs, attempts, outcome, trouble, estimated } = row;
  await sql.query(
    `INSERT INTO answer_usage AS present (tenant_id, message_id, conversation_id, provider, model, prompt_hash, input_tokens,
       output_tokens, cost_usd, first_token_ms, latency_ms, attempts, outcome, trouble, created_at,
       estimated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (tenant_id, message_id) DO UPDATE SET attempts = present.attempts + excluded.attempts,
       input_tokens = coalesce(present.input_tokens + excluded.input_tokens, excluded.input_tokens, present.input_tokens),
       output_tokens = coalesce(present.output_tokens + excluded.output_tokens, excluded.output_tokens, present.output_tokens),
       cost_usd = coalesce(present.cost_usd + excluded.cost_usd, excluded.cost_usd, present.cost_usd),
       estimated = present.estimated OR excluded.estimated`,
    [
      ...[tenantId, messageId, conversationId, provider, model, promptHash, inputTokens, outputTokens, costUsd],
      ...[firstTokenMs, latencyMs, attempts, outcome, trouble, now, estimated],
    ],
  );
}

/** Since then, by model: answers, tokens, cost (null where no price is known) and the median time to the first word. */
export async function listUsage(sql: Sql, since: Date) {
  const { rows } = await sql.query<{
    model: string;
    answers: number;
    quoted: number;
    tokens: number;
    costUsd: number | null;
    firstTokenMs: number | null;
  }>(
    `SELECT model, count(*)::int AS answers, (count(*) FILTER (WHERE outcome = 'quoted'))::int AS quoted,
            coalesce(sum(input_tokens + output_tokens), 0)::float8 AS tokens, sum(cost_usd) AS "costUsd",
            percentile_cont(0.5) WITHIN GROUP (ORDER BY first_token_ms) AS "firstTokenMs"
       FROM answer_usage WHERE created_at >= $1 GROUP BY model ORDER BY count(*) DESC, model LIMIT 20`,
    [since],
  );
  return rows;
}

/** One sum of what answers of models cost: of a day, a model, an origin, an identified user, or of all. */
export interface ModelUseRow {
  by: "all" | "day" | "model" | "origin" | "user";
  /** The day (UTC, `2026-01-31`), model, origin or user; "" where that is not known any more, and for all. */
  key: string;
  answers: number;
  quoted: number;
  input_tokens: number;
  output_tokens: number;
  /** US dollars; null where no price was known of any of them. */
  cost_usd: number | null;
  first_token_ms: number | null;
}

const DAY = "to_char(u.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')";

/** Since then, every sum at once. Users are counted where the tenant's server vouched for them. */
export async function listModelUse(sql: Sql, since: Date): Promise<ModelUseRow[]> {
  const { rows } = await sql.query<ModelUseRow>(
    `SELECT CASE grouping(day, model, origin, user_id) WHEN 15 THEN 'all' WHEN 7 THEN 'day' WHEN 11 THEN 'model'
              WHEN 13 THEN 'origin' ELSE 'user' END AS by, coalesce(day, model, origin, user_id, '') AS key,
            count(*)::int AS answers, (count(*) FILTER (WHERE outcome = 'quoted'))::int AS quoted,
            coalesce(sum(input_tokens), 0)::float8 AS input_tokens, coalesce(sum(output_tokens), 0)::float8 AS output_tokens,
            sum(cost_usd) AS cost_usd, percentile_cont(0.5) WITHIN GROUP (ORDER BY first_token_ms) AS first_token_ms
       FROM (SELECT u.*, ${DAY} AS day, c.origin, c.user_id
               FROM answer_usage u LEFT JOIN conversation c ON c.id = u.conversation_id WHERE u.created_at >= $1) AS used
      GROUP BY GROUPING SETS ((), (day), (model), (origin), (user_id))
     HAVING grouping(user_id) = 1 OR user_id IS NOT NULL
      ORDER BY count(*) DESC, 2 LIMIT 1000`,
    [since],
  );
  return rows;
}
