// What has had its time, deleted a batch at a time so that nobody waits for it.
import type { Database, Sql } from "./database";

const BATCH = 5000;

interface Kind {
  table: string;
  /** Names the tenants that have any, as the directory; the limits are its parameters. */
  of: string;
  /** What is old of one tenant. */
  old: string;
}

/** Deletes what is older than `before` of one kind, of all tenants. Returns how many rows that were. */
async function tidy(database: Database, { table, of, old }: Kind, before: Date): Promise<number> {
  const tenants = await database.directorySql(
    async (sql) => (await sql.query<{ tenant_id: string }>(of, [before])).rows,
  );
  let deleted = 0;
  for (const { tenant_id } of tenants) {
    const batch = async (sql: Sql) => {
      const text = `DELETE FROM ${table} WHERE ctid IN (SELECT ctid FROM ${table} WHERE ${old} LIMIT ${BATCH})`;
      return (await sql.query(text, [before])).rowCount ?? 0;
    };
    for (let count = BATCH; count === BATCH; deleted += count) count = await database.tenant(tenant_id).sql(batch);
  }
  return deleted;
}

/** Deletes nonces that were claimed before then. */
export function tidyNonces(database: Database, before: Date): Promise<number> {
  const of = "SELECT DISTINCT tenant_id FROM idempotency WHERE created_at < $1";
  return tidy(database, { table: "idempotency", of, old: "created_at < $1" }, before);
}

/** Deletes sessions that expired before then. */
export function tidySessions(database: Database, before: Date): Promise<number> {
  const of = "SELECT DISTINCT tenant_id FROM session WHERE expires_at < $1";
  return tidy(database, { table: "session", of, old: "expires_at < $1" }, before);
}

/** Deletes deliveries that were settled and made before then. */
export function tidyDeliveries(database: Database, before: Date): Promise<number> {
  const of = "SELECT DISTINCT tenant_id FROM webhook_delivery WHERE status <> 'waiting' AND created_at < $1";
  return tidy(database, { table: "webhook_delivery", of, old: "status <> 'waiting' AND created_at < $1" }, before);
}

/** Deletes counts of hours before then. */
export function tidyUses(database: Database, before: Date): Promise<number> {
  const of = "SELECT DISTINCT tenant_id FROM use_count WHERE hour < $1";
  return tidy(database, { table: "use_count", of, old: "hour < $1" }, before);
}

/** Deletes refusals that were last seen before then. */
export function tidyRefusals(database: Database, before: Date): Promise<number> {
  const of = "SELECT DISTINCT tenant_id FROM refusal WHERE last_seen_at < $1";
  return tidy(database, { table: "refusal", of, old: "last_seen_at < $1" }, before);
}
