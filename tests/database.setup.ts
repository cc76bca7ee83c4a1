// One database for the whole run: embedded in memory, or a throw-away one on the server of TEST_DATABASE_URL.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { openEmbedded } from "../src/store/embedded";
import { migrate } from "../src/store/migrate";

const root = `${import.meta.dirname}/..`;

/** vitest's globalSetup: what is set here reaches every test as its environment. Returns how to undo it. */
export default async function setup(): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
  const database = TEST_DATABASE_URL ? await createDatabase(TEST_DATABASE_URL) : await openInMemory();
  await migrate(database.url, `${root}/prisma/migrations`);
  process.env.DATABASE_URL = database.url;
  // Set by whoever runs the tests for something else: not ours to use.
  delete process.env.REDIS_URL;
  if (TEST_REDIS_URL) process.env.REDIS_URL = TEST_REDIS_URL;
  process.env.GATEHOUSE_SECRET = "a secret that only the tests use, forty-eight chars";
  process.env.GATEHOUSE_VAULT_KEY = Buffer.alloc(32, "tests").toString("base64");
  return database.close;
}

function openInMemory() {
  return openEmbedded("memory://", { server: ["--import", "tsx", `${root}/src/store/embedded-server.ts`] });
}

async function createDatabase(server: string) {
  const name = `gatehouse_test_${randomBytes(6).toString("hex")}`;
  await ask(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, close: () => ask(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
