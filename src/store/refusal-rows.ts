// Refusals as a tenant's members look through them.
import type { Sql } from "./database";

export interface RefusalRow {
  reason: string;
  origin: string;
  count: number;
  detail: string;
  page_url_hash: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
}

/** The last row of the page before. */
export interface RefusalPlace {
  lastSeenAt: Date;
  reason: string;
  origin: string;
}

export interface RefusalFilter {
  /** Characters in the origin, the reason or the detail. */
  search?: string | undefined;
  reason?: string | undefined;
}

/** Refusals that fit, newest first. */
export async function listRefusalRows(
  sql: Sql,
  { search, reason }: RefusalFilter,
  before: RefusalPlace | null,
  limit: number,
): Promise<RefusalRow[]> {
  const like = search ? `%${search.replace(/[\\%_]/g, "\\$&")}%` : null;
  const { rows } = await sql.query<RefusalRow>(
    `SELECT reason, origin, count, detail, page_url_hash, first_seen_at, last_seen_at FROM refusal
      WHERE ($1::text IS NULL OR origin ILIKE $1 OR reason ILIKE $1 OR detail ILIKE $1)
        AND ($2::text IS NULL OR reason = $2)
        AND ($3::timestamptz IS NULL OR (last_seen_at <= $3 AND (last_seen_at, reason, origin) < ($3, $4, $5)))
      ORDER BY last_seen_at DESC, reason DESC, origin DESC LIMIT $6`,
    [like, reason || null, before?.lastSeenAt ?? null, before?.reason ?? null, before?.origin ?? null, limit],
  );
  return rows;
}

/** Every reason that something was refused for, with how often and from how many origins, the latest first. */
export async function listRefusalReasons(sql: Sql) {
  const { rows } = await sql.query<{ reason: string; count: number; origins: number }>(
    `SELECT reason, sum(count)::int AS count, count(*)::int AS origins FROM refusal
      GROUP BY reason ORDER BY max(last_seen_at) DESC`,
  );
  return rows;
}
