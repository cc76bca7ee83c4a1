// What tenants do not want kept any longer.
import type { Sql } from "./database";

/** Tenants that keep conversations for so many days only; as the directory. */
export async function listRetentions(sql: Sql): Promise<{ tenantId: string; days: number }[]> {
  const { rows } = await sql.query<{ id: string; retention_days: number }>(
    "SELECT id, retention_days FROM tenant WHERE retention_days IS NOT NULL",
  );
  return rows.map(({ id, retention_days }) => ({ tenantId: id, days: retention_days }));
}

/** Conversations without a word since `before`, locked until the transaction ends. */
export async function listIdleConversations(sql: Sql, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    "SELECT id FROM conversation WHERE last_message_at < $1 ORDER BY last_message_at LIMIT $2::int FOR UPDATE SKIP LOCKED",
    [before, limit],
  );
  return rows.map(({ id }) => id);
}

/** Deletes visitors who were not seen since `before` and of whom no conversation is left. */
export async function eraseIdleVisitors(sql: Sql, before: Date): Promise<void> {
  await sql.query(
    `DELETE FROM visitor v WHERE last_seen_at < $1
        AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.visitor_id = v.id OR c.user_id = v.user_id)`,
    [before],
  );
}
