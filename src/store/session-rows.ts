import type { Sql } from "./database";

export interface SessionRow {
  id: string;
  visitorId: string;
  userId: string | null;
  origin: string;
  pageUrlHash: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** Null for a session that everybody may have. */
  basis: SessionBasis | null;
}

/** What a session stands on, looked at again where it is written: its process may not have heard of the end of it. */
export interface SessionBasis {
  /** When what was shown for it had been issued, a token or the word of a server. */
  issuedAt: Date;
  /** The session that is renewed. */
  renews: string | null;
  /** The secret that signed the identity. */
  kid: string | null;
  apiKeyId: string | null;
}

/**
 * Makes those who write sessions on the word of something wait for whoever ends such things, and the other way round:
 * what was begun before has then been committed, what comes after sees the end.
 */
export async function lockSessions(sql: Sql, tenantId: string, mode: "write" | "end"): Promise<void> {
  const lock = mode === "write" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  await sql.query(`SELECT ${lock}(hashtextextended('sessions:' || $1, 0)) IS NULL AS locked`, [tenantId]);
}

/** How far the clocks of two processes are believed to differ. */
const SKEW = "1 minute";

/**
 * The time before which everything has been issued that was committed until now, by whichever process's clock. Call it
 * under the lock of `end`.
 */
export async function endOfIssued(sql: Sql, now: Date): Promise<Date> {
  const { rows } = await sql.query<{ at: Date }>(
    `SELECT least(greatest($1::timestamptz, (SELECT created_at + interval '1 millisecond' FROM session
                                              ORDER BY expires_at DESC LIMIT 1)),
                  $1::timestamptz + interval '${SKEW}') AS at`,
    [now],
  );
  return rows[0]?.at ?? now;
}

/**
 * Stores sessions of one tenant in one statement, however many. Returns the ids of those whose basis still holds and
 * whose id is new; the others are not stored.
 */
export async function insertSessions(sql: Sql, tenantId: string, rows: SessionRow[]): Promise<Set<string>> {
  const isBased = rows.some(({ basis }) => basis !== null);
  if (isBased) await lockSessions(sql, tenantId, "write");
  const { rows: stored } = await sql.query<{ id: string }>(
    `INSERT INTO session (tenant_id, id, visitor_id, user_id, origin, page_url_hash, created_at, expires_at, chain)
     SELECT $1, s.id, s.visitor_id, s.user_id, s.origin, s.page_url_hash, s.created_at, s.expires_at,
            ${isBased ? "(SELECT coalesce(p.chain, p.id) FROM session p WHERE p.id = s.renews)" : "NULL"}
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[],
                   $9::timestamptz[], $10::text[], $11::text[], $12::text[])
            AS s(id, visitor_id, user_id, origin, page_url_hash, created_at, expires_at, issued_at, renews, kid, api_key_id)
      ${isBased ? `WHERE s.issued_at IS NULL OR (${HOLDS})` : ""}
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      tenantId,
      rows.map(({ id }) => id),
      rows.map(({ visitorId }) => visitorId),
      rows.map(({ userId }) => userId),
      rows.map(({ origin }) => origin),
      rows.map(({ pageUrlHash }) => pageUrlHash),
      rows.map(({ createdAt }) => createdAt),
      rows.map(({ expiresAt }) => expiresAt),
      rows.map(({ basis }) => basis?.issuedAt ?? null),
      rows.map(({ basis }) => basis?.renews ?? null),
      rows.map(({ basis }) => basis?.kid ?? null),
      rows.map(({ basis }) => basis?.apiKeyId ?? null),
    ],
  );
  return new Set(stored.map(({ id }) => id));
}

/** Whether what the session `s` stands on has been ended by nobody; the rules of `requireStanding`, on what is committed. */
const HOLDS = `
  (s.renews IS NULL OR (
    EXISTS (SELECT 1 FROM session p WHERE p.id = s.renews AND p.revoked_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM tenant t WHERE t.id = $1 AND (s.issued_at < t.sessions_not_before
                                OR (s.user_id IS NOT NULL AND s.issued_at < t.identified_not_before)))))
  AND NOT EXISTS (SELECT 1 FROM user_revocation u WHERE u.user_id = s.user_id AND s.issued_at < u.not_before)
  AND (s.kid IS NULL OR EXISTS (SELECT 1 FROM signing_secret k WHERE k.kid = s.kid AND k.revoked_at IS NULL
                                   AND (k.retires_at IS NULL OR k.retires_at > s.created_at)))
  AND (s.api_key_id IS NULL OR EXISTS (SELECT 1 FROM api_key a WHERE a.id = s.api_key_id AND a.revoked_at IS NULL))`;

/** Whether a session was made and not revoked since. */
export async function isSessionLive(sql: Sql, id: string): Promise<boolean> {
  const text = "SELECT EXISTS (SELECT 1 FROM session WHERE id = $1 AND revoked_at IS NULL) AS live";
  return (await sql.query<{ live: boolean }>(text, [id])).rows[0]?.live ?? false;
}

/** A session that has neither ended nor expired. */
export async function findLiveSession(sql: Sql, id: string, now: Date) {
  const { rows } = await sql.query<{ visitor_id: string; created_at: Date; expires_at: Date }>(
    "SELECT visitor_id, created_at, expires_at FROM session WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2",
    [id, now],
  );
  return rows[0] ?? null;
}

/** Ends a session with those before and after it that it was renewed from or to; what has ended stays as it is. */
export async function revokeSessionRows(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query(
    `UPDATE session SET revoked_at = $2 FROM (SELECT coalesce(chain, id) AS first FROM session WHERE id = $1) AS own
      WHERE (id = own.first OR chain = own.first) AND revoked_at IS NULL`,
    [id, at],
  );
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

/** How many sessions work now, of identified users or of others: begun at `notBefore` or later and not ended since. */
export async function countLiveSessions(sql: Sql, identified: boolean, now: Date, notBefore: Date): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM session s
      WHERE revoked_at IS NULL AND expires_at > $1 AND created_at >= $2 AND (user_id IS NOT NULL) = $3
        AND NOT EXISTS (SELECT 1 FROM user_revocation r WHERE r.user_id = s.user_id AND s.created_at < r.not_before)`,
    [now, notBefore, identified],
  );
  return rows[0]?.n ?? 0;
}
