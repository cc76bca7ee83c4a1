// A visitor's traces, for erasing all of them at once.
import type { Sql } from "./database";

export interface VisitorName {
  visitorId: string | null;
  userId: string | null;
}

/** Conversations of a visitor or user, locked until the transaction ends. */
export async function lockConversationsOf(sql: Sql, { visitorId, userId }: VisitorName): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    "SELECT id FROM conversation WHERE visitor_id = $1 OR user_id = $2 ORDER BY id FOR UPDATE",
    [visitorId, userId],
  );
  return rows.map(({ id }) => id);
}

/** Deletes sessions and the visitor; tokens of a session that is gone are dead. */
export async function eraseVisitorRows(sql: Sql, { visitorId, userId }: VisitorName) {
  const values = [visitorId, userId];
  const sessions = await sql.query("DELETE FROM session WHERE visitor_id = $1 OR user_id = $2 RETURNING 1", values);
  const visitors = await sql.query("DELETE FROM visitor WHERE id = $1 OR user_id = $2 RETURNING 1", values);
  return { sessions: sessions.rows.length, visitors: visitors.rows.length };
}
