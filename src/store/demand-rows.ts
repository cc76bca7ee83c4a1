import type { Sql } from "./database";

/** Conversations since then, how many an identified user began, and what report-only let through. */
export async function countProofs(sql: Sql, since: Date) {
  const { rows } = await sql.query<{ conversations: number; identified: number; reported: number }>(
    `SELECT count(*)::int AS conversations, count(user_id)::int AS identified,
            (SELECT coalesce(sum(count), 0)::int FROM refusal
              WHERE reason LIKE 'reported:%' AND reason <> 'reported:quota_exceeded' AND last_seen_at >= $1) AS reported
       FROM conversation WHERE created_at >= $1 AND last_message_at >= $1`,
    [since],
  );
  return rows[0] ?? { conversations: 0, identified: 0, reported: 0 };
}
