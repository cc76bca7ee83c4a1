// Conversations as they are read: by the visitor who had them, and by the tenant's members.
import type { ConversationRow, MessageRow } from "./conversation-rows";
import type { Sql } from "./database";

const MOST_MESSAGES = 5000;

/** A conversation, and whether the session that asks for it is live. Null where there is none. */
export async function findConversation(sql: Sql, id: string, sessionId: string | null) {
  const { rows } = await sql.query<ConversationRow & { session_live: boolean }>(
    `SELECT id, origin, user_id, status, last_message_at,
            ($2::text IS NULL OR EXISTS (SELECT 1 FROM session WHERE id = $2 AND revoked_at IS NULL)) AS session_live
       FROM conversation WHERE id = $1`,
    [id, sessionId],
  );
  return rows[0] ?? null;
}

/** Messages in order, those after `after` if it is given. An `after` of another conversation yields none. */
export async function listMessages(sql: Sql, conversationId: string, after: string | null): Promise<MessageRow[]> {
  const { rows } = await sql.query<MessageRow>(
    `SELECT id, role, content, citations, grounded, created_at, author, state, search_only FROM message
      WHERE conversation_id = $1
        AND ($2::text IS NULL OR sequence > (SELECT sequence FROM message WHERE id = $2 AND conversation_id = $1))
      ORDER BY sequence LIMIT ${MOST_MESSAGES}`,
    [conversationId, after],
  );
  return rows;
}

export interface ConversationSummaryRow {
  id: string;
  origin: string;
  status: string;
  user_id: string | null;
  email: string | null;
  created_at: Date;
  last_message_at: Date;
  question: string | null;
  answered: boolean | null;
  messages: number;
}

/** A tenant's conversations, the one with the newest message first; `before` is the last id of the page before. */
export async function listConversationRows(sql: Sql, before: string | null, limit: number) {
  const { rows } = await sql.query<ConversationSummaryRow>(
    `SELECT c.id, c.origin, c.status, c.user_id, v.email, c.created_at, c.last_message_at,
            (SELECT content FROM message WHERE conversation_id = c.id AND role = 'user' ORDER BY sequence LIMIT 1) AS question,
            (SELECT grounded FROM message WHERE conversation_id = c.id AND role = 'assistant' ORDER BY sequence DESC LIMIT 1) AS answered,
            (SELECT count(*)::int FROM message WHERE conversation_id = c.id) AS messages
       FROM conversation c LEFT JOIN visitor v ON v.id = c.visitor_id
      WHERE $1::text IS NULL
         OR (c.last_message_at, c.id) < (SELECT last_message_at, id FROM conversation WHERE id = $1)
      ORDER BY c.last_message_at DESC, c.id DESC LIMIT $2`,
    [before, limit],
  );
  return rows;
}

export interface ConversationDetailRow extends ConversationSummaryRow {
  roles: string[] | null;
  plan: string | null;
  page_url_hash: string | null;
}

export async function getConversationRow(
  sql: Sql,
  id: string,
): Promise<Omit<ConversationDetailRow, "question" | "answered" | "messages"> | null> {
  const { rows } = await sql.query<ConversationDetailRow>(
    `SELECT c.id, c.origin, c.status, c.user_id, v.email, v.roles, v.plan, c.page_url_hash, c.created_at, c.last_message_at
       FROM conversation c LEFT JOIN visitor v ON v.id = c.visitor_id WHERE c.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
