// What the gateway saw, written in few statements: refusals, and when origins and secrets were last used.
import type { Sql } from "./database";

export interface RefusalRow {
  reason: string;
  origin: string;
  count: number;
  detail: string;
  pageUrlHash: string | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
}

/** How many rows a tenant has at most; a stranger can make up origins without end. */
const MOST_REFUSALS = 1000;
const OTHER_ORIGINS = "(other origins)";

/** Adds to what is there. Past `MOST_REFUSALS` rows, new origins are counted together. */
export async function addRefusals(sql: Sql, tenantId: string, rows: RefusalRow[]): Promise<void> {
  const { rows: counted } = await sql.query<{ n: number }>("SELECT count(*)::int AS n FROM refusal");
  const full = (counted[0]?.n ?? 0) >= MOST_REFUSALS;
  const sorted = [...rows].sort((a, b) => (a.reason + a.origin < b.reason + b.origin ? -1 : 1));
  for (const row of sorted) {
    const origin = full && !(await isKnown(sql, row)) ? OTHER_ORIGINS : row.origin;
    await sql.query(
      `INSERT INTO refusal (tenant_id, reason, origin, count, detail, page_url_hash, first_seen_at, last_seen_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tenant_id, reason, origin) DO UPDATE
         SET count = refusal.count + excluded.count, detail = excluded.detail, last_seen_at = excluded.last_seen_at,
             page_url_hash = coalesce(excluded.page_url_hash, refusal.page_url_hash)`,
      [tenantId, row.reason, origin, row.count, row.detail, row.pageUrlHash, row.firstSeenAt, row.lastSeenAt],
    );
  }
}

async function isKnown(sql: Sql, row: RefusalRow): Promise<boolean> {
  const found = await sql.query("SELECT 1 FROM refusal WHERE reason = $1 AND origin = $2", [row.reason, row.origin]);
  return found.rows.length > 0;
}

export async function touchOrigin(sql: Sql, pattern: string, at: Date): Promise<void> {
  await sql.query("UPDATE origin SET last_seen_at = $2 WHERE pattern = $1", [pattern, at]);
}

export async function touchSigningSecret(sql: Sql, kid: string, at: Date): Promise<void> {
  await sql.query("UPDATE signing_secret SET last_used_at = $2 WHERE kid = $1", [kid, at]);
}

export async function touchApiKey(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query("UPDATE api_key SET last_used_at = $2 WHERE id = $1", [id, at]);
}
