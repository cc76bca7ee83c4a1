import type { Sql } from "./database";

/**
 * Counts one message of a tenant in `month` unless `most` are counted already; whether it was. Others of the tenant wait
 * for the transaction: that is what makes the last one the last.
 */
export async function countMessage(sql: Sql, tenantId: string, month: string, most: number): Promise<boolean> {
  const { rows } = await sql.query(
    `INSERT INTO message_count AS present (tenant_id, month, messages)
     SELECT $1, $2, 1 WHERE $3::int > 0
     ON CONFLICT (tenant_id, month) DO UPDATE SET messages = present.messages + 1 WHERE present.messages < $3
     RETURNING 1`,
    [tenantId, month, most],
  );
  return rows.length === 1;
}
