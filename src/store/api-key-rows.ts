import type { Sql } from "./database";

export interface LiveApiKey {
  id: string;
  tenantId: string;
  scopes: string[];
  /** Milliseconds; null for one that stays. */
  expiresAt: number | null;
}

/** The key of this hash. Null for an unknown and for a revoked one. */
export async function findApiKeyByHash(sql: Sql, hash: string): Promise<LiveApiKey | null> {
  const { rows } = await sql.query<{ id: string; tenant_id: string; scopes: string[]; expires_at: Date | null }>(
    "SELECT id, tenant_id, scopes, expires_at FROM api_key WHERE hash = $1 AND revoked_at IS NULL",
    [hash],
  );
  const [row] = rows;
  if (!row) return null;
  return { id: row.id, tenantId: row.tenant_id, scopes: row.scopes, expiresAt: row.expires_at?.getTime() ?? null };
}
