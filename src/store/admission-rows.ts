// What the gateway must know before it can say yes or no.
import type { Sql, TenantDatabase } from "./database";

export interface ConfigurationRow {
  name: string;
  demand: string;
  demand_report_only: boolean;
  development_origins: boolean;
  idle_seconds: number;
  widget: unknown;
  /** `expires_at` in milliseconds. */
  origins: { pattern: string; group_name: string | null; expires_at: number | null }[];
  /** Secrets that are not revoked; `retires_at` in milliseconds. */
  secrets: { kid: string; sealed: string; retires_at: number | null }[];
  sessions_not_before: Date | null;
  identified_not_before: Date | null;
  /** `not_before` in milliseconds. */
  users_not_before: { user_id: string; not_before: number }[];
  proof_of_work: string;
  monthly_messages: number | null;
  quota_spent: string;
  visitor_messages: number | null;
  files_on: boolean;
  moderation: unknown;
  answerer: unknown;
  /** What any webhook of the tenant asks for. */
  webhook_events: string[];
}

export interface LiveSiteKey {
  tenantId: string;
  /** Milliseconds; null while it is the current one. */
  retiresAt: number | null;
}

/** The tenant of a site key that is not disabled, and when it stops working. Null for all others. */
export async function findTenantOfSiteKey(sql: Sql, key: string): Promise<LiveSiteKey | null> {
  const { rows } = await sql.query<{ tenant_id: string; retires_at: Date | null }>(
    "SELECT tenant_id, retires_at FROM site_key WHERE key = $1 AND disabled_at IS NULL",
    [key],
  );
  const [row] = rows;
  return row ? { tenantId: row.tenant_id, retiresAt: row.retires_at?.getTime() ?? null } : null;
}

export async function findTenantOfConversation(sql: Sql, id: string): Promise<string | null> {
  const text = "SELECT tenant_id FROM conversation WHERE id = $1";
  return (await sql.query<{ tenant_id: string }>(text, [id])).rows[0]?.tenant_id ?? null;
}

/** Whether any tenant but this one lists one of these patterns. */
export async function isListedElsewhere(sql: Sql, tenantId: string, patterns: string[]): Promise<boolean> {
  const text = "SELECT EXISTS (SELECT 1 FROM origin WHERE pattern = ANY($2) AND tenant_id <> $1) AS listed";
  return (await sql.query<{ listed: boolean }>(text, [tenantId, patterns])).rows[0]?.listed ?? false;
}

/** All that admission asks of one tenant, in one statement. Null where there is no such tenant. */
export function loadConfiguration(database: TenantDatabase): Promise<ConfigurationRow | null> {
  return database.sql(async (sql) => {
    const { rows } = await sql.query<ConfigurationRow>(
      `SELECT name, demand, demand_report_only, development_origins, idle_seconds, widget,
              sessions_not_before, identified_not_before, proof_of_work, monthly_messages, quota_spent, visitor_messages, files_on,
              moderation, answerer,
              ARRAY(SELECT DISTINCT unnest(events) FROM webhook) AS webhook_events,
              (SELECT coalesce(json_agg(json_build_object('pattern', pattern, 'group_name', group_name,
                        'expires_at', extract(epoch FROM expires_at) * 1000) ORDER BY created_at, id), '[]')
                 FROM origin) AS origins,
              (SELECT coalesce(json_agg(json_build_object('kid', kid, 'sealed', sealed,
                        'retires_at', extract(epoch FROM retires_at) * 1000) ORDER BY created_at DESC), '[]')
                 FROM signing_secret WHERE revoked_at IS NULL) AS secrets,
              (SELECT coalesce(json_agg(json_build_object('user_id', user_id,
                        'not_before', extract(epoch FROM not_before) * 1000)), '[]')
                 FROM user_revocation) AS users_not_before
         FROM tenant WHERE id = $1`,
      [database.tenantId],
    );
    return rows[0] ?? null;
  });
}
