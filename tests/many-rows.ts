// A tenant with years of use, made in the database: what lists, searches and figures are measured with. Written as the
// server's superuser and past triggers and row-level security, so it takes Postgres, not the embedded one. The audit's
// hashes are made up: its chain does not verify.
import pg from "pg";
import { makeText } from "../bench/zipf";

export interface Amounts {
  conversations: number;
  /** Of each conversation, questions and answers in turn. */
  messages: number;
  sources: number;
  /** Of each source. */
  passages: number;
}

const DAYS = 365;
const TEXTS = 2000;

/** An id that nobody guesses and that sorts nowhere in particular, as the product's are. */
const id = (prefix: string, seed: string) => `'${prefix}_' || substr(md5($1 || '${prefix}' || ${seed}), 1, 22)`;
const origin = (n: string) => `'https://site-' || (${n} % 40) || '.example.com'`;
const userOf = (n: string) => `CASE WHEN ${n} % 3 = 0 THEN 'user-' || (${n} % ($2::int / 4 + 1)) END`;

// Every statement has the same parameters: tenant, conversations, messages of each, sources, passages of each, questions, answers.
const ALL = "($1::text, $2::int, $3::int, $4::int, $5::int, $6::text[], $7::text[])";
/** When the n-th conversation began: evenly over the days, the last one now. */
const at = (n: string) => `now() - interval '${DAYS} days' * (1 - ${n}::float8 / greatest($2::int, 1))`;

const statements = [
  `INSERT INTO visitor (id, tenant_id, user_id, email, created_at, last_seen_at)
   SELECT DISTINCT ON (coalesce(u, n::text)) ${id("vis", "coalesce(u, n::text)")}, $1, u, u || '@example.com', ${at("n")}, ${at("n")}
     FROM generate_series(1, $2::int) AS n, LATERAL (SELECT ${userOf("n")} AS u) AS who
    ORDER BY coalesce(u, n::text), n`,
  `INSERT INTO conversation (id, tenant_id, origin, visitor_id, user_id, status, created_at, last_message_at, escalated_at, rating, closed_at)
   SELECT ${id("c", "n")}, $1, ${origin("n")}, ${id("vis", "coalesce(u, n::text)")}, u,
          CASE WHEN n % 200 = 0 THEN 'waiting' WHEN n % 331 = 0 THEN 'person' WHEN n % 5 = 0 THEN 'closed' ELSE 'ai' END,
          ${at("n")}, ${at("n")} + interval '10 minutes', CASE WHEN n % 50 = 0 THEN ${at("n")} END,
          CASE WHEN n % 25 = 0 THEN n % 10 + 1 END, CASE WHEN n % 5 = 0 THEN ${at("n")} END
     FROM generate_series(1, $2::int) AS n, LATERAL (SELECT ${userOf("n")} AS u) AS who`,
  `INSERT INTO message (id, tenant_id, conversation_id, role, content, grounded, created_at, moderation, answer_ms)
   SELECT ${id("m", "n || '/' || k")}, $1, ${id("c", "n")}, CASE k % 2 WHEN 0 THEN 'user' ELSE 'assistant' END,
          CASE k % 2 WHEN 0 THEN $6[1 + (n * 7919 + k * 104729) % cardinality($6)] || CASE k WHEN 0 THEN ' order' || n ELSE '' END
            ELSE $7[1 + (n * 7919 + k * 104729) % cardinality($7)] END,
          k % 2 = 1 AND (n + k) % 6 <> 0, ${at("n")} + interval '1 minute' * k,
          CASE WHEN k = 0 AND n % 300 = 0 THEN '{"flagged": true, "category": "word list"}'::jsonb END,
          CASE WHEN k % 2 = 1 THEN 300 + n % 900 END
     FROM generate_series(1, $2::int) AS n, generate_series(0, $3::int - 1) AS k ORDER BY n, k`,
  `INSERT INTO feedback (tenant_id, conversation_id, message_id, value, created_at)
   SELECT $1, ${id("c", "n")}, ${id("m", "n || '/1'")}, CASE WHEN n % 20 = 0 THEN 'negative' ELSE 'positive' END, ${at("n")}
     FROM generate_series(10, $2::int, 10) AS n`,
  `INSERT INTO answer_usage (tenant_id, message_id, conversation_id, provider, model, prompt_hash, input_tokens, output_tokens,
     cost_usd, first_token_ms, latency_ms, attempts, outcome, created_at)
   SELECT $1, ${id("m", "n || '/1'")}, ${id("c", "n")}, 'openai', 'model-' || n % 3, md5(n::text), 900, 120, 0.001, 400, 1500, 1,
          'answered', ${at("n")} FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO session (id, tenant_id, visitor_id, user_id, origin, created_at, expires_at)
   SELECT ${id("ses", "n")}, $1, ${id("vis", "coalesce(u, n::text)")}, u, ${origin("n")}, ${at("n")}, ${at("n")} + interval '15 minutes'
     FROM generate_series(1, $2::int) AS n, LATERAL (SELECT ${userOf("n")} AS u) AS who`,
  `INSERT INTO source (id, tenant_id, kind, title, url, content, status, created_at, read_at)
   SELECT ${id("src", "n")}, $1, CASE WHEN n % 500 = 1 THEN 'site' ELSE (ARRAY['page', 'text', 'file'])[1 + n % 3] END,
          left($6[1 + n % cardinality($6)], 80) || ' ' || n, 'https://site-0.example.com/help/' || n, $7[1 + n % cardinality($7)],
          CASE WHEN n % 97 = 0 THEN 'failed' ELSE 'ready' END, now() - interval '1 minute' * n, now()
     FROM generate_series(1, $4::int) AS n`,
  `INSERT INTO crawl_page (tenant_id, source_id, url, round, state, title)
   SELECT $1, ${id("src", "n")}, 'https://site-0.example.com/help/' || n || '/' || k, 1,
          CASE WHEN k % 50 = 0 THEN 'failed' ELSE 'done' END, 'Page ' || k
     FROM generate_series(1, $4::int, 500) AS n, generate_series(1, least(500, $2::int)) AS k`,
  `INSERT INTO webhook (id, tenant_id, url, events, sealed)
   SELECT ${id("whk", "n")}, $1, 'https://site-0.example.com/hook/' || n, '{conversation.escalated}', '' FROM generate_series(0, 2) AS n`,
  `INSERT INTO passage (id, tenant_id, source_id, position, title, headings, text, content_hash, terms, length)
   SELECT ${id("psg", "n || '/' || k")}, $1, ${id("src", "n")}, k, title, '{}', body, md5(body), terms, gatehouse_length(terms)
     FROM generate_series(1, $4::int) AS n, generate_series(1, $5::int) AS k,
       LATERAL (SELECT left($6[1 + n % cardinality($6)], 80) AS title, $7[1 + (n * 31 + k) % cardinality($7)] AS body) AS said,
       LATERAL (SELECT gatehouse_terms('english', title, '{}', body) AS terms OFFSET 0) AS read`,
  `INSERT INTO term (tenant_id, lexeme, passages)
   SELECT $1, lexeme, count(*) FROM passage, unnest(tsvector_to_array(terms)) AS lexeme WHERE tenant_id = $1 GROUP BY lexeme
   ON CONFLICT (tenant_id, lexeme) DO UPDATE SET passages = excluded.passages`,
  `INSERT INTO corpus (tenant_id, passages, length, languages)
   SELECT $1, count(*), coalesce(sum(length), 0), '{english}' FROM passage WHERE tenant_id = $1
   ON CONFLICT (tenant_id) DO UPDATE SET passages = excluded.passages, length = excluded.length, languages = excluded.languages`,
  `INSERT INTO origin (id, tenant_id, pattern, last_seen_at)
   SELECT ${id("org", "n")}, $1, ${origin("n")}, now() FROM generate_series(1, 40) AS n ON CONFLICT DO NOTHING`,
  // As many as the product keeps.
  `INSERT INTO refusal (tenant_id, reason, origin, count, first_seen_at, last_seen_at)
   SELECT $1, CASE n % 3 WHEN 0 THEN 'origin_not_allowed' WHEN 1 THEN 'token_expired' ELSE 'reported:origin_not_allowed' END,
          'https://stranger-' || n || '.example.org', n, now() - interval '30 days', now() - interval '1 minute' * n
     FROM generate_series(1, least(1000, $2::int)) AS n`,
  `INSERT INTO use_count (tenant_id, kind, subject, hour, count)
   SELECT $1, 'origin', ${origin("n")}, date_trunc('hour', now()) - interval '1 hour' * h, 100 + n
     FROM generate_series(1, 40) AS n, generate_series(0, 47) AS h`,
  // Old hours wait to be tidied away.
  `INSERT INTO use_count (tenant_id, kind, subject, hour, count)
   SELECT $1, 'api-key', 'key_' || n, date_trunc('hour', now()) - interval '1 hour' * (h + 48), 1
     FROM generate_series(1, 20) AS n, generate_series(0, least(200, $2::int)) AS h`,
  `INSERT INTO api_key (id, tenant_id, name, hash, last4, scopes, created_at, revoked_at)
   SELECT ${id("key", "n")}, $1, 'Server ' || n, md5($1 || n), 'abcd', '{sessions}', ${at("n")}, CASE WHEN n % 2 = 0 THEN now() END
     FROM generate_series(1, least(2000, $2::int / 10)) AS n`,
  `INSERT INTO audit_entry (tenant_id, at, actor, action, subject, previous_hash, hash)
   SELECT $1, ${at("n")}, 'usr_' || n % 12, (ARRAY['origin.added', 'origin.removed', 'source.added', 'conversation.erased', 'tenant.updated'])[1 + n % 5],
          'subject-' || n, md5((n - 1)::text), md5(n::text) FROM generate_series(1, $2::int) AS n`,
  `INSERT INTO webhook_delivery (id, tenant_id, webhook_id, conversation_id, event, payload, status, attempts, created_at)
   SELECT ${id("evt", "n")}, $1, ${id("whk", "n % 3")}, ${id("c", "n")}, 'conversation.escalated', '{}',
          CASE WHEN n % 40 = 0 THEN 'failed' ELSE 'delivered' END, 1, ${at("n")} FROM generate_series(2, $2::int, 2) AS n`,
];

/** Fills the tenant, which has nothing yet, on the server of `url`, and lets the planner know. */
export async function putManyRows(url: string, tenantId: string, amounts: Amounts): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const texts = (words: number) => Array.from({ length: TEXTS }, () => makeText(words));
  const { conversations, messages, sources, passages } = amounts;
  const values = [tenantId, conversations, messages, sources, passages, texts(9), texts(45)];
  try {
    await client.query("SET session_replication_role = replica");
    // The types of parameters that a statement does not use are told by a CTE that nobody reads.
    for (const text of statements) await client.query(`WITH given AS (SELECT ${ALL}) ${text}`, values);
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
}
