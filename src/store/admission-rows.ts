// What the gateway must know before it can say yes or no.
import type { Sql, TenantDatabase } from "./database";

export interface ConfigurationRow {
  name: string;
  demand: string;
  demand_report_only: boolean;
  development_origins: boolean;
  idle_seconds: number;
  widget: unknown;
  patterns: string[];
  /** Secrets that are not revoked; `retires_at` in milliseconds. */
  secrets: { kid: string; sealed: string; retires_at: number | null }[];
}

/** The tenant of a live site key. Null for an unknown and for a disabled one. */
export async function findTenantOfSiteKey(sql: Sql, key: string): Promise<string | null> {
  const text = "SELECT tenant_id FROM site_key WHERE key = $1 AND disabled_at IS NULL";
  return (await sql.query<{ tenant_id: string }>(text, [key])).rows[0]?.tenant_id ?? null;
}

export async function findTenantOfConversation(sql: Sql, id: string): Promise<string | null> {
  const text = "SELECT tenant_id FROM conversation WHERE id = $1";
  return (await sql.query<{ tenant_id: string }>(text, [id])).rows[0]?.tenant_id ?? null;
}

/** Whether any tenant lists one of these patterns. */
export async function isListedAnywhere(sql: Sql, patterns: string[]): Promise<boolean> {
  const text = "SELECT EXISTS (SELECT 1 FROM origin WHERE pattern = ANY($1)) AS listed";
  return (await sql.query<{ listed: boolean }>(text, [patterns])).rows[0]?.listed ?? false;
}

/** All that admission asks of one tenant, in one statement. Null where there is no such tenant. */
export function loadConfiguration(database: TenantDatabase): Promise<ConfigurationRow | null> {
  return database.sql(async (sql) => {
    const { rows } = await sql.query<ConfigurationRow>(
      `SELECT name, demand, demand_report_only, development_origins, idle_seconds, widget,
              ARRAY(SELECT pattern FROM origin ORDER BY created_at, id) AS patterns,
              (SELECT coalesce(json_agg(json_build_object('kid', kid, 'sealed', sealed,
                        'retires_at', extract(epoch FROM retires_at) * 1000) ORDER BY created_at DESC), '[]')
                 FROM signing_secret WHERE revoked_at IS NULL) AS secrets
         FROM tenant WHERE id = $1`,
      [database.tenantId],
    );
    return rows[0] ?? null;
  });
}
