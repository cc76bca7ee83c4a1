// An empty database: embedded in memory, or a throw-away one on the server of TEST_DATABASE_URL.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { openEmbedded } from "../src/store/embedded";

/** Node's arguments for the embedded server from source, where nothing has been built. */
export const embeddedServer = ["--import", "tsx", `${import.meta.dirname}/../src/store/embedded-server.ts`];

/** Opens an empty database; `close` ends or drops it. */
export function freshDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? createDatabase(server) : openEmbedded("memory://", { server: embeddedServer });
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
