import type { Sql } from "./database";

export interface SessionRow {
  id: string;
  visitorId: string;
  userId: string | null;
  origin: string;
  pageUrlHash: string | null;
  createdAt: Date;
  expiresAt: Date;
}

/** Stores sessions of one tenant in one statement, however many. */
export async function insertSessions(sql: Sql, tenantId: string, rows: SessionRow[]): Promise<void> {
  await sql.query(
    `INSERT INTO session (tenant_id, id, visitor_id, user_id, origin, page_url_hash, created_at, expires_at)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])`,
    [
      tenantId,
      rows.map(({ id }) => id),
      rows.map(({ visitorId }) => visitorId),
      rows.map(({ userId }) => userId),
      rows.map(({ origin }) => origin),
      rows.map(({ pageUrlHash }) => pageUrlHash),
      rows.map(({ createdAt }) => createdAt),
      rows.map(({ expiresAt }) => expiresAt),
    ],
  );
}

/** Whether a session was made and not revoked since. */
export async function isSessionLive(sql: Sql, id: string): Promise<boolean> {
  const text = "SELECT EXISTS (SELECT 1 FROM session WHERE id = $1 AND revoked_at IS NULL) AS live";
  return (await sql.query<{ live: boolean }>(text, [id])).rows[0]?.live ?? false;
}

/** Ends a session; one that has ended stays as it is. */
export async function revokeSessionRow(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query("UPDATE session SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL", [id, at]);
}

export interface VisitorRow {
  id: string;
  userId: string;
  email: string | null;
  roles: string[];
  plan: string | null;
  seenAt: Date;
}

/** Writes down an identified visitor as the tenant's server describes them now; the id is the one they got first. */
export async function upsertVisitor(sql: Sql, tenantId: string, row: VisitorRow): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO visitor (tenant_id, id, user_id, email, roles, plan, created_at, last_seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (tenant_id, user_id) DO UPDATE
       SET email = excluded.email, roles = excluded.roles, plan = excluded.plan, last_seen_at = excluded.last_seen_at
     RETURNING id`,
    [tenantId, row.id, row.userId, row.email, row.roles, row.plan, row.seenAt],
  );
  return rows[0]?.id ?? row.id;
}
