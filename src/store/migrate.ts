// Applies prisma/migrations in order and records them as Prisma does, so that its own tools read the same history.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

// Any number will do, as long as nothing else takes the same one.
const LOCK = 7_220_185_331;

const RECORD = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings the database at `url` to the state that the migrations in `folder` describe; returns the names it applied.
 * Safe to call from several processes at once: each migration is applied exactly once, in one transaction.
 * Throws, naming the migration, when an applied one was edited or when one fails; a failed one leaves nothing behind.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const applied: string[] = [];
    for (const migration of readMigrations(folder)) {
      if (await apply(client, migration)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

// The lock belongs to the transaction, not to the session: embedded, all connections are one session to Postgres and
// a session's lock would keep nobody out, but a transaction there has the database to itself.
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<boolean> {
  await client.query("BEGIN");
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await client.query(RECORD);
    const { rows } = await client.query<{ checksum: string }>(
      "SELECT checksum FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL",
      [name],
    );
    const known = rows[0];
    if (known && known.checksum !== checksum) {
      throw new Error(`Migration ${name} was edited after it had been applied: restore it and add a new one instead.`);
    }
    if (!known) {
      await run(client, name, sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
         VALUES ($1, $2, clock_timestamp(), $3, 1)`,
        [randomUUID(), checksum, name],
      );
    }
    await client.query("COMMIT");
    return !known;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function run(client: pg.Client, name: string, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
