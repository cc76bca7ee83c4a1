// What is done to a conversation beside talking in it: hand-off, closing, feedback, the copy, erasing.
import type { ConversationRow } from "./conversation-rows";
import type { Sql } from "./database";
import { keepCounts } from "./usage-rows";

/** Locks a conversation until the transaction ends. Null where there is none. */
export async function lockConversation(sql: Sql, id: string, sessionId: string | null) {
  const { rows } = await sql.query<ConversationRow & { session_live: boolean }>(
    `SELECT id, origin, user_id, status, last_message_at,
            ($2::text IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = $2 AND revoked_at IS NULL)) AS session_live
       FROM conversation WHERE id = $1 FOR UPDATE`,
    [id, sessionId],
  );
  return rows[0] ?? null;
}

/** What somebody of the team said under this id; null where nobody did. */
export async function findReply(sql: Sql, conversationId: string, id: string) {
  const { rows } = await sql.query<{ content: string; created_at: Date }>(
    "SELECT content, created_at FROM message WHERE id = $1 AND conversation_id = $2",
    [id, conversationId],
  );
  return rows[0] ?? null;
}

export async function setStatus(sql: Sql, id: string, status: "ai" | "waiting" | "person"): Promise<void> {
  await sql.query("UPDATE conversation SET status = $2 WHERE id = $1", [id, status]);
}

/** Opens a closed conversation again. */
export async function reopenRow(sql: Sql, id: string, status: "ai" | "waiting" | "person"): Promise<void> {
  const text = "UPDATE conversation SET status = $2, closed_at = NULL, resolution = NULL WHERE id = $1";
  await sql.query(text, [id, status]);
}

export interface Escalation {
  reason: string | null;
  email: string | null;
  now: Date;
}

/** Has a conversation wait for a person, or adds to why it waits already. */
export async function escalateRow(sql: Sql, id: string, { reason, email, now }: Escalation): Promise<void> {
  await sql.query(
    `UPDATE conversation
        SET status = CASE status WHEN 'ai' THEN 'waiting' ELSE status END,
            escalation_reason = coalesce($2, escalation_reason), escalation_email = coalesce($3, escalation_email),
            escalated_at = CASE status WHEN 'ai' THEN $4 ELSE coalesce(escalated_at, $4) END
      WHERE id = $1`,
    [id, reason, email, now],
  );
}

export interface Closing {
  resolution: string;
  rating: number | null;
  now: Date;
}

/** Closes a conversation; one that is closed already keeps its time and takes the later word. */
export async function closeRow(sql: Sql, id: string, { resolution, rating, now }: Closing): Promise<void> {
  await sql.query(
    `UPDATE conversation SET status = 'closed', resolution = $2, rating = coalesce($3, rating),
            closed_at = coalesce(closed_at, $4)
      WHERE id = $1`,
    [id, resolution, rating, now],
  );
}

/** Stores a message that answers nothing in particular: a person's, or a note. */
export async function addMessage(
  sql: Sql,
  tenantId: string,
  message: { id: string; conversationId: string; content: string; author: "person" | "system"; now: Date },
): Promise<void> {
  await sql.query(
    `WITH touched AS (
       UPDATE conversation SET last_message_at = greatest(last_message_at, $6) WHERE id = $2
     ) INSERT INTO message (tenant_id, conversation_id, id, role, content, author, created_at)
       VALUES ($1, $2, $3, 'assistant', $4, $5, $6)`,
    [tenantId, message.conversationId, message.id, message.content, message.author, message.now],
  );
}

export interface FeedbackRow {
  message_id: string;
  value: string;
  comment: string | null;
  created_at: Date;
}

/** Writes down what a visitor thinks of an answer. False where this conversation has no such answer. */
export async function saveFeedback(
  sql: Sql,
  tenantId: string,
  conversationId: string,
  row: FeedbackRow,
): Promise<boolean> {
  const { rows } = await sql.query(
    `INSERT INTO feedback (tenant_id, conversation_id, message_id, value, comment, created_at)
     SELECT $1, $2, id, $4, $5, $6 FROM message WHERE id = $3 AND conversation_id = $2 AND role = 'assistant'
     ON CONFLICT (tenant_id, message_id) DO UPDATE
       SET value = excluded.value, comment = excluded.comment, created_at = excluded.created_at
     RETURNING 1`,
    [tenantId, conversationId, row.message_id, row.value, row.comment, row.created_at],
  );
  return rows.length > 0;
}

/** What there is of a conversation beside its messages. */
export async function findHandling(sql: Sql, id: string) {
  const { rows } = await sql.query<{
    created_at: Date;
    escalation_reason: string | null;
    escalation_email: string | null;
    escalated_at: Date | null;
    resolution: string | null;
    rating: number | null;
    closed_at: Date | null;
  }>(
    `SELECT created_at, escalation_reason, escalation_email, escalated_at, resolution, rating, closed_at
       FROM conversation WHERE id = $1`,
    [id],
  );
  const feedback = await sql.query<FeedbackRow>(
    "SELECT message_id, value, comment, created_at FROM feedback WHERE conversation_id = $1 ORDER BY created_at",
    [id],
  );
  return { handling: rows[0] ?? null, feedback: feedback.rows };
}

/** What belongs to a conversation, by table. */
const PARTS = ["message", "feedback", "idempotency", "webhook_delivery", "file", "answer_usage"] as const;
export type ErasedRows = Record<(typeof PARTS)[number], number>;

/**
 * Deletes a conversation with everything that was said in it, what is waiting to be told of it included, and counts
 * what that was. What it adds to the tenant's figures stays.
 */
export async function eraseRows(sql: Sql, id: string): Promise<ErasedRows> {
  await keepCounts(sql, id);
  const erased = { message: 0, feedback: 0, idempotency: 0, webhook_delivery: 0, file: 0, answer_usage: 0 };
  for (const table of PARTS) {
    const { rows } = await sql.query(`DELETE FROM ${table} WHERE conversation_id = $1 RETURNING 1`, [id]);
    erased[table] = rows.length;
  }
  await sql.query("DELETE FROM conversation WHERE id = $1", [id]);
  return erased;
}
