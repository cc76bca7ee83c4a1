import type { Sql } from "./database";

/** Processes need not agree on the time to the second. */
const LEEWAY = "1 minute";

/** Uses up a challenge; whether nobody had before. Forgets those that have expired. */
export async function spendChallenge(
  sql: Sql,
  tenantId: string,
  spent: { id: string; expiresAt: Date; now: Date },
): Promise<boolean> {
  const { rows } = await sql.query(
    `WITH old AS (
       SELECT id FROM spent_challenge WHERE tenant_id = $1 AND expires_at < $4::timestamptz - interval '${LEEWAY}'
        LIMIT 100 FOR UPDATE SKIP LOCKED
     ), forgotten AS (
       DELETE FROM spent_challenge WHERE tenant_id = $1 AND id IN (SELECT id FROM old)
     ) INSERT INTO spent_challenge (tenant_id, id, expires_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING 1`,
    [tenantId, spent.id, spent.expiresAt, spent.now],
  );
  return rows.length === 1;
}
