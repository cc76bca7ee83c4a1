// Conversations and their messages, on the bare connection: every message waits for these statements.
import type { Sql } from "./database";

export interface ConversationRow {
  id: string;
  origin: string;
  user_id: string | null;
  status: string;
  last_message_at: Date;
}

export interface MessageRow {
  id: string;
  role: string;
  content: string;
  citations: unknown;
  grounded: boolean;
  created_at: Date;
  /** `person` or `system` where neither the visitor nor the answerer wrote it. */
  author: string | null;
  /** `pending` while an answer is being written. */
  state: string;
  search_only: boolean;
}

/** A nonce to claim: the first who does so answers, whoever comes later gets that answer. */
export interface Claim {
  scope: string;
  nonce: string;
  conversationId: string;
  answerId: string;
  now: Date;
  /** A claim older than this has been forgotten. */
  oldest: Date;
}

// Yields no row where another holds the nonce: an INSERT waits for a transaction that is claiming it, and a claim that
// is too old is taken over. Parameters: see claimValues.
const claimFrom = (source: string) =>
  `INSERT INTO idempotency AS present (tenant_id, scope, nonce, conversation_id, answer_id, created_at)
   SELECT $1, $2::text, $3::text, $4::text, $5::text, $6::timestamptz ${source} WHERE $3::text IS NOT NULL
   ON CONFLICT (tenant_id, scope, nonce) DO UPDATE
     SET conversation_id = excluded.conversation_id, answer_id = excluded.answer_id, created_at = excluded.created_at
     WHERE present.created_at < $7::timestamptz
   RETURNING 1`;
const IS_CLAIMED = "($3::text IS NULL OR EXISTS (SELECT 1 FROM claimed)) AS claimed";
const SESSION_LIVE =
  "($8::text IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = $8 AND revoked_at IS NULL)) AS session_live";

export interface Opening {
  claimed: boolean;
  sessionLive: boolean;
}

/** What must hold before a conversation begins. `claimed` is true without a nonce. */
export async function openConversation(
  sql: Sql,
  tenantId: string,
  claim: Claim | null,
  sessionId: string | null,
): Promise<Opening> {
  const { rows } = await sql.query<{ claimed: boolean; session_live: boolean }>(
    `WITH claimed AS (${claimFrom("")}) SELECT ${IS_CLAIMED}, ${SESSION_LIVE}`,
    [...claimValues(tenantId, claim, null), sessionId],
  );
  return { claimed: rows[0]?.claimed ?? false, sessionLive: rows[0]?.session_live ?? false };
}

export interface Continuation extends Opening {
  conversation: ConversationRow;
  previous: { question: string; answer: string } | undefined;
}

/** Locks a conversation until the transaction ends and claims the nonce in it. Null where there is none. */
export async function continueConversation(
  sql: Sql,
  tenantId: string,
  claim: Claim | null,
  conversationId: string,
  sessionId: string | null,
): Promise<Continuation | null> {
  const last = (role: string) =>
    `(SELECT content FROM message WHERE tenant_id = $1 AND conversation_id = $4 AND role = '${role}'
         AND state = 'done' AND moderation IS NULL ORDER BY sequence DESC LIMIT 1)`;
  const { rows } = await sql.query<
    ConversationRow & { claimed: boolean; session_live: boolean; question: string | null; answer: string | null }
  >(
    `WITH conversation_row AS MATERIALIZED (
       SELECT id, origin, user_id, status, last_message_at FROM conversation WHERE id = $4 FOR NO KEY UPDATE
     ), claimed AS (${claimFrom("FROM conversation_row")})
     SELECT conversation_row.*, ${IS_CLAIMED}, ${SESSION_LIVE},
            ${last("user")} AS question, ${last("assistant")} AS answer
       FROM conversation_row`,
    [...claimValues(tenantId, claim, conversationId), sessionId],
  );
  const [row] = rows;
  if (!row) return null;
  const { claimed, session_live, question, answer, ...conversation } = row;
  const previous = question !== null && answer !== null ? { question, answer } : undefined;
  return { conversation, claimed, sessionLive: session_live, previous };
}

function claimValues(tenantId: string, claim: Claim | null, conversationId: string | null): unknown[] {
  if (!claim) return [tenantId, null, null, conversationId, null, null, null];
  return [tenantId, claim.scope, claim.nonce, claim.conversationId, claim.answerId, claim.now, claim.oldest];
}

/** The answer that a nonce got first. */
export async function findFirstAnswer(sql: Sql, scope: string, nonce: string): Promise<AnsweredRow | null> {
  const { rows } = await sql.query<AnsweredRow>(
    `${ANSWERED} JOIN idempotency ON a.id = idempotency.answer_id
      WHERE idempotency.scope = $1 AND idempotency.nonce = $2`,
    [scope, nonce],
  );
  return rows[0] ?? null;
}

/** An answer beside the question it belongs to. */
export interface AnsweredRow extends MessageRow {
  conversation_id: string;
  question_id: string;
  question: string;
  /** The verdict on the question where it was flagged. */
  moderation: unknown;
}

/** The question stands right before its answer: both are stored by one statement. */
const ANSWERED = `SELECT a.id, a.role, a.content, a.citations, a.grounded, a.created_at, a.author, a.state, a.search_only,
    a.conversation_id, q.id AS question_id, q.content AS question, q.moderation
  FROM message a CROSS JOIN LATERAL (
    SELECT id, content, moderation FROM message
     WHERE tenant_id = a.tenant_id AND conversation_id = a.conversation_id AND role = 'user' AND sequence < a.sequence
     ORDER BY sequence DESC LIMIT 1) q`;

export interface Exchange {
  conversationId: string;
  questionId: string;
  question: string;
  answerId: string;
  answer: string;
  citations: unknown;
  grounded: boolean;
  now: Date;
  author?: "system" | undefined;
  state?: "pending" | undefined;
  /** Answered from the passages alone, because the tenant's quota is spent. */
  searchOnly?: boolean | undefined;
  /** The verdict on a question that was flagged. */
  verdict?: object | undefined;
  /** The passages that the answer was chosen from, best first. */
  retrieved?: object[] | undefined;
}

export interface NewConversation {
  origin: string;
  visitorId: string | null;
  userId: string | null;
  pageUrlHash: string | null;
  context: Record<string, string> | null;
}

const EXCHANGE = `INSERT INTO message
    (tenant_id, conversation_id, id, role, content, citations, grounded, created_at, author, state, moderation, search_only, retrieved)
  VALUES ($1, $2, $3, 'user', $4, '[]', false, $9, NULL, 'done', $10::jsonb, false, NULL),
         ($1, $2, $5, 'assistant', $6, $7::jsonb, $8, $9, $11, $12, NULL, $13, $14::jsonb)`;

/** An answer with its question. Null where there is none. */
export async function findAnswered(sql: Sql, answerId: string): Promise<AnsweredRow | null> {
  return (await sql.query<AnsweredRow>(`${ANSWERED} WHERE a.id = $1`, [answerId])).rows[0] ?? null;
}

/** Stores a question and its answer in a conversation that begins with them. */
export async function beginConversation(
  sql: Sql,
  tenantId: string,
  exchange: Exchange,
  made: NewConversation,
): Promise<void> {
  await sql.query(
    `WITH made AS (
       INSERT INTO conversation (tenant_id, id, origin, visitor_id, user_id, page_url_hash, context, created_at, last_message_at)
       VALUES ($1, $2, $15, $16, $17, $18, $19::jsonb, $9, $9)
     ) ${EXCHANGE}`,
    [...exchangeValues(tenantId, exchange), ...newValues(made)],
  );
}

/** Stores a question and its answer in a conversation that `continueConversation` has locked. */
export async function addExchange(sql: Sql, tenantId: string, exchange: Exchange): Promise<void> {
  await sql.query(
    `WITH touched AS (
       UPDATE conversation SET last_message_at = greatest(last_message_at, $9) WHERE tenant_id = $1 AND id = $2
     ) ${EXCHANGE}`,
    exchangeValues(tenantId, exchange),
  );
}

function newValues({ origin, visitorId, userId, pageUrlHash, context }: NewConversation): unknown[] {
  return [origin, visitorId, userId, pageUrlHash, context && JSON.stringify(context)];
}

function exchangeValues(tenantId: string, exchange: Exchange): unknown[] {
  const { conversationId, questionId, question, answerId, answer, citations, grounded, now } = exchange;
  const { author = null, state = "done", verdict, searchOnly = false, retrieved } = exchange;
  const said = [conversationId, questionId, question, answerId, answer, JSON.stringify(citations), grounded, now];
  return [
    tenantId,
    ...said,
    verdict ? JSON.stringify(verdict) : null,
    author,
    state,
    searchOnly,
    retrieved ? JSON.stringify(retrieved) : null,
  ];
}
