// Postgres and Redis for the second run of the database tests: named, or on their usual local ports.
import { userInfo } from "node:os";

/** {TEST_DATABASE_URL?, TEST_REDIS_URL?} of what answers, and may be used to make throw-away databases. */
export async function findServices() {
  const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
  const accounts = [...new Set([userInfo().username, "postgres", "postgres:postgres"])];
  const databases = accounts.map((account) => `postgres://${account}@127.0.0.1:5432/postgres`);
  const database = await first(TEST_DATABASE_URL ? [TEST_DATABASE_URL] : databases, mayCreateDatabases);
  const redis = await first([TEST_REDIS_URL || "redis://127.0.0.1:6379"], answersPing);
  return { ...(database && { TEST_DATABASE_URL: database }), ...(redis && { TEST_REDIS_URL: redis }) };
}

async function first(urls, answers) {
  for (const url of urls) if (await answers(url).catch(() => false)) return url;
  return undefined;
}

// The migrations make roles too: it takes a superuser.
async function mayCreateDatabases(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
    return rows[0].rolsuper;
  } finally {
    await client.end().catch(() => {});
  }
}

async function answersPing(url) {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 3_000, retryStrategy: () => null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    return (await redis.ping()) === "PONG";
  } finally {
    redis.disconnect();
  }
}
