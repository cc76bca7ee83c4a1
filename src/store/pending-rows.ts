// Answers that are stored before they are whole.
import type { Exchange } from "./conversation-rows";
import type { Sql } from "./database";

/** What was asked and answered last before a question. */
export async function findTurnBefore(sql: Sql, conversationId: string, questionId: string) {
  const last = (role: string) =>
    `(SELECT content FROM message WHERE conversation_id = $1 AND role = '${role}' AND state = 'done'
         AND moderation IS NULL AND sequence < asked.sequence ORDER BY sequence DESC LIMIT 1)`;
  const { rows } = await sql.query<{ question: string | null; answer: string | null }>(
    `SELECT ${last("user")} AS question, ${last("assistant")} AS answer FROM message asked WHERE id = $2`,
    [conversationId, questionId],
  );
  const { question = null, answer = null } = rows[0] ?? {};
  return question !== null && answer !== null ? { question, answer } : undefined;
}

export type Settled = Pick<Exchange, "conversationId" | "questionId" | "answerId" | "citations" | "grounded" | "now"> &
  Pick<Exchange, "author" | "verdict" | "retrieved"> & { content: string };

/** Writes a pending answer, and the verdict on its question. Touches the conversation: whoever watches it is told. */
export async function settleAnswer(sql: Sql, settled: Settled): Promise<void> {
  const { conversationId, questionId, answerId, content, citations, grounded, author = null, verdict, now } = settled;
  const { retrieved } = settled;
  await sql.query(
    `WITH touched AS (
       UPDATE conversation SET last_message_at = greatest(last_message_at, $6) WHERE id = $1
     ), judged AS (
       UPDATE message SET moderation = $8::jsonb WHERE id = $7 AND $8::jsonb IS NOT NULL
     ) UPDATE message SET content = $3, citations = $4::jsonb, grounded = $5, author = $9, state = 'done', retrieved = $10::jsonb
      WHERE id = $2`,
    [
      ...[conversationId, answerId, content, JSON.stringify(citations), grounded, now, questionId],
      ...[verdict ? JSON.stringify(verdict) : null, author, retrieved ? JSON.stringify(retrieved) : null],
    ],
  );
}
