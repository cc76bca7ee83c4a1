// What the gateway saw, written in few statements: refusals, and when origins and secrets were last used.
import type { Sql } from "./database";
import { addRefused } from "./usage-rows";

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
/** What stands for origins that there was no room for. */
export const OTHER_ORIGINS = "(other origins)";
/** Seen no more often than this, an origin makes room first. */
const RARE = 3;

const ADD_UP = `ON CONFLICT (tenant_id, reason, origin) DO UPDATE
  SET count = refusal.count + excluded.count, detail = excluded.detail, last_seen_at = excluded.last_seen_at,
      page_url_hash = coalesce(excluded.page_url_hash, refusal.page_url_hash)`;

/**
 * Adds to what is there, in as many statements for one row as for a hundred. Past `MOST_REFUSALS` rows the rare ones that
 * were seen longest ago are counted together: whoever makes up origins keeps nobody else's from being seen.
 */
export async function addRefusals(sql: Sql, tenantId: string, rows: RefusalRow[]): Promise<void> {
  // Two processes that write the same rows wait for each other and never both.
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('refusals:' || $1, 0))", [tenantId]);
  await sql.query(
    `INSERT INTO refusal (tenant_id, reason, origin, count, detail, page_url_hash, first_seen_at, last_seen_at)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::timestamptz[],
                              $8::timestamptz[]) ${ADD_UP}`,
    [
      tenantId,
      rows.map(({ reason }) => reason),
      rows.map(({ origin }) => origin),
      rows.map(({ count }) => count),
      rows.map(({ detail }) => detail),
      rows.map(({ pageUrlHash }) => pageUrlHash),
      rows.map(({ firstSeenAt }) => firstSeenAt),
      rows.map(({ lastSeenAt }) => lastSeenAt),
    ],
  );
  await sql.query(
    `WITH gone AS (
       DELETE FROM refusal WHERE (reason, origin) IN (
         SELECT reason, origin FROM refusal WHERE origin <> $2
          ORDER BY count > ${RARE} DESC, last_seen_at DESC OFFSET ${MOST_REFUSALS})
       RETURNING reason, count, detail, first_seen_at, last_seen_at
     ) INSERT INTO refusal (tenant_id, reason, origin, count, detail, first_seen_at, last_seen_at)
       SELECT $1, reason, $2, sum(count), max(detail), min(first_seen_at), max(last_seen_at) FROM gone GROUP BY reason
       ${ADD_UP}`,
    [tenantId, OTHER_ORIGINS],
  );
  // What report-only let through was not refused.
  const refused = rows.filter(({ reason }) => !reason.startsWith("reported:"));
  const days = new Map<string, number>();
  for (const { lastSeenAt, count } of refused) {
    const day = lastSeenAt.toISOString().slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + count);
  }
  for (const [day, count] of [...days].sort()) await addRefused(sql, tenantId, day, count);
}

/** Adds to the refusals of the present window, which begins anew when it is over; returns how many they are now. */
export async function countRefusals(
  sql: Sql,
  tenantId: string,
  count: number,
  { now, windowMs }: { now: Date; windowMs: number },
): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `INSERT INTO refusal_minute AS present (tenant_id, since, count) VALUES ($1, $2, $3)
     ON CONFLICT (tenant_id) DO UPDATE
       SET since = CASE WHEN present.since > $4 THEN present.since ELSE excluded.since END,
           count = excluded.count + CASE WHEN present.since > $4 THEN present.count ELSE 0 END
     RETURNING count`,
    [tenantId, now, count, new Date(now.getTime() - windowMs)],
  );
  return rows[0]?.count ?? count;
}

/** What is counted by the hour, and which table remembers when it was last used. */
const touched = {
  origin: "UPDATE origin SET last_seen_at = $2 WHERE pattern = ANY($1)",
  "signing-secret": "UPDATE signing_secret SET last_used_at = $2 WHERE kid = ANY($1)",
  "api-key": "UPDATE api_key SET last_used_at = $2 WHERE id = ANY($1)",
  "site-key": null,
} as const;
export type UseKind = keyof typeof touched;

export interface UseRow {
  kind: UseKind;
  /** The pattern, the kid, the key's id, the site key. */
  subject: string;
  /** When its hour began. */
  hour: Date;
  count: number;
}

/** Adds to the hours' counts and notes when each was last used: a handful of statements for however many requests. */
export async function addUses(sql: Sql, tenantId: string, uses: UseRow[], at: Date): Promise<void> {
  // In one order everywhere: two processes that write the same rows wait for each other and never both.
  const rows = [...uses].sort((a, b) => (a.kind + a.subject < b.kind + b.subject ? -1 : 1));
  await sql.query(
    `INSERT INTO use_count (tenant_id, kind, subject, hour, count)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::timestamptz[], $5::int[])
     ON CONFLICT (tenant_id, kind, subject, hour) DO UPDATE SET count = use_count.count + excluded.count`,
    [
      tenantId,
      rows.map(({ kind }) => kind),
      rows.map(({ subject }) => subject),
      rows.map(({ hour }) => hour),
      rows.map(({ count }) => count),
    ],
  );
  for (const [kind, statement] of Object.entries(touched)) {
    const subjects = rows.filter((row) => row.kind === kind).map(({ subject }) => subject);
    if (statement && subjects.length > 0) await sql.query(statement, [subjects, at]);
  }
}

/** What an origin's widget said of itself. */
export interface WidgetSaid {
  pattern: string;
  version?: string;
  /** Of the page's policy, where it kept the widget from us; without one the widget got through. */
  directive?: string;
  at: Date;
}

export async function writeSaid(sql: Sql, { pattern, version, directive, at }: WidgetSaid): Promise<void> {
  const set = directive === undefined ? "widget_seen_at = $3" : "blocked_by = $4, blocked_at = $3";
  const values = [pattern, version ?? null, at, ...(directive === undefined ? [] : [directive])];
  await sql.query(`UPDATE origin SET widget_version = coalesce($2, widget_version), ${set} WHERE pattern = $1`, values);
}
