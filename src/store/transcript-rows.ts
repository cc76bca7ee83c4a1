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

/** The newest `limit` messages in order, of those before `before` if it is given: a page of a long conversation. */
export async function listLastMessages(sql: Sql, conversationId: string, before: string | null, limit: number) {
  const { rows } = await sql.query<MessageRow>(
    `SELECT id, role, content, citations, grounded, created_at, author, state, search_only FROM message
      WHERE conversation_id = $1
        AND ($2::text IS NULL OR sequence < (SELECT sequence FROM message WHERE id = $2 AND conversation_id = $1))
      ORDER BY sequence DESC LIMIT $3`,
    [conversationId, before, limit],
  );
  return rows.reverse();
}

/** What an answer was chosen from as it was stored with it, beside the passages as they are now. Null where nothing was kept, undefined where there is no such message. */
export async function findRetrieved(sql: Sql, messageId: string) {
  const { rows } = await sql.query<{ retrieved: { id: string; title: string; score: number; share: number }[] | null }>(
    "SELECT retrieved FROM message WHERE id = $1",
    [messageId],
  );
  const kept = rows[0]?.retrieved;
  if (!kept) return kept;
  const { rows: passages } = await sql.query<{ id: string; headings: string[]; text: string; source_id: string }>(
    "SELECT id, headings, text, source_id FROM passage WHERE id = ANY ($1::text[])",
    [kept.map(({ id }) => id)],
  );
  const present = new Map(passages.map((passage) => [passage.id, passage]));
  return kept.map((one) => ({ ...one, passage: present.get(one.id) ?? null }));
}

export interface ConversationDetailRow {
  id: string;
  origin: string;
  status: string;
  visitor_id: string | null;
  user_id: string | null;
  email: string | null;
  roles: string[] | null;
  plan: string | null;
  page_url_hash: string | null;
  context: Record<string, string> | null;
  created_at: Date;
  last_message_at: Date;
}

export async function getConversationRow(sql: Sql, id: string): Promise<ConversationDetailRow | null> {
  const { rows } = await sql.query<ConversationDetailRow>(
    `SELECT c.id, c.origin, c.status, c.visitor_id, c.user_id, v.email, v.roles, v.plan, c.page_url_hash, c.context,
            c.created_at, c.last_message_at
       FROM conversation c LEFT JOIN visitor v ON v.id = c.visitor_id WHERE c.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Why messages were flagged and how long answers took, of those of `ids`. */
export async function listMessageNotes(sql: Sql, conversationId: string, ids: string[]) {
  const { rows } = await sql.query<{ id: string; moderation: unknown; answer_ms: number | null }>(
    `SELECT id, moderation, answer_ms FROM message
      WHERE conversation_id = $1 AND id = ANY ($2::text[]) AND (moderation IS NOT NULL OR answer_ms IS NOT NULL)`,
    [conversationId, ids],
  );
  return rows;
}

export async function listFileRows(sql: Sql, conversationId: string) {
  const { rows } = await sql.query<{ id: string; name: string; type: string; size: number; created_at: Date }>(
    "SELECT id, name, type, size, created_at FROM file WHERE conversation_id = $1 ORDER BY created_at, id",
    [conversationId],
  );
  return rows;
}
