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
