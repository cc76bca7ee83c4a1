// A conversation as its event streams read it: by position, so that a stream can go on where it ended.
import type { MessageRow } from "./conversation-rows";
import type { Sql } from "./database";

const MOST_AT_ONCE = 200;

/** Has changes of a conversation announced for `minutes` from now. */
export async function markWatched(sql: Sql, id: string, minutes: number): Promise<void> {
  const text = "UPDATE conversation SET watched_until = now() + make_interval(mins => $2) WHERE id = $1";
  await sql.query(text, [id, minutes]);
}

/** How many messages there are, and how many up to and with `after`: null where it is no message of this conversation. */
export async function countMessages(sql: Sql, conversationId: string, after: string | null) {
  const { rows } = await sql.query<{ total: number; upto: number | null }>(
    `SELECT count(*)::int AS total,
            CASE WHEN bool_or(id = $2) THEN
              count(*) FILTER (WHERE sequence <= (SELECT sequence FROM message WHERE id = $2))::int END AS upto
       FROM message WHERE conversation_id = $1`,
    [conversationId, after],
  );
  return rows[0] ?? { total: 0, upto: null };
}

/** The next messages past the first `position` of them. */
export async function listMessagesFrom(sql: Sql, conversationId: string, position: number): Promise<MessageRow[]> {
  const { rows } = await sql.query<MessageRow>(
    `SELECT id, role, content, citations, grounded, created_at, author, state, search_only FROM message
      WHERE conversation_id = $1 ORDER BY sequence OFFSET $2 LIMIT ${MOST_AT_ONCE}`,
    [conversationId, position],
  );
  return rows;
}
