import type { Sql } from "./database";

export interface UnansweredRow {
  question: string;
  asked_at: Date;
  conversation_id: string;
}

/** Visitors' questions that the answerer had no evidence for, the last first. What was flagged is left out. */
export async function listUnansweredRows(sql: Sql, since: Date, limit: number): Promise<UnansweredRow[]> {
  const { rows } = await sql.query<UnansweredRow>(
    `SELECT q.content AS question, a.created_at AS asked_at, a.conversation_id
       FROM message a, LATERAL (
         SELECT content, moderation FROM message
          WHERE conversation_id = a.conversation_id AND role = 'user' AND sequence < a.sequence
          ORDER BY sequence DESC LIMIT 1) q
      WHERE a.role = 'assistant' AND a.author IS NULL AND a.state = 'done' AND NOT a.grounded
        AND a.created_at > $1 AND q.moderation IS NULL
      ORDER BY a.sequence DESC LIMIT $2`,
    [since, limit],
  );
  return rows;
}
