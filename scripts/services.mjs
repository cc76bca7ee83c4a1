// What Gatehouse stands on: a free port, a database, perhaps Redis. Each failure is one line.
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./root.mjs";
import { Refusal } from "./say.mjs";

/** PORT as a number, 3000 when it is not set. */
export function readPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Refusal(`PORT must be a number between 1 and 65535; it is ${process.env.PORT}.`);
}

/** Throws a Refusal when something else listens on `port`. A process that is just ending is waited for. */
export async function requireFreePort(port) {
  for (let tries = 0; !(await isFree(port)); tries++) {
    if (tries === 10) throw new Refusal(`Port ${port} is taken by another process. Set PORT to a free one.`);
    await sleep(150);
  }
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE") return resolve(false);
      reject(new Refusal(`Port ${port} cannot be used (${error.code}). Set PORT to another one.`));
    });
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/**
 * The database of DATABASE_URL, or the embedded one of `dataFolder`: {url, embedded, onEnd, close}.
 * `alone` refuses an embedded one that is open already. Throws a Refusal (or FolderInUse) when there is none to be had.
 */
export async function openDatabase(dataFolder, { alone }) {
  const url = process.env.DATABASE_URL;
  if (url) {
    await requireDatabase(url);
    return { url, embedded: false, onEnd() {}, async close() {} };
  }
  const { openEmbedded } = await import(`${root}/dist/embedded.mjs`);
  const server = [`${root}/dist/embedded-server.mjs`];
  return { embedded: true, ...(await openEmbedded(dataFolder, { server, alone })) };
}

async function requireDatabase(url) {
  if (!/^postgres(ql)?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new Refusal("DATABASE_URL must be an address like postgres://user:password@host:5432/name.");
  }
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw new Refusal(`The database at ${shown(url)} (DATABASE_URL) cannot be reached: ${reason(error)}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Throws a Refusal when REDIS_URL is set and nothing answers there. Returns whether it is set. */
export async function requireRedis() {
  const url = process.env.REDIS_URL;
  if (!url) return false;
  if (!/^rediss?:\/\/./.test(url) || !URL.canParse(url)) {
    throw new Refusal("REDIS_URL must be an address like redis://host:6379.");
  }
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5_000, retryStrategy: () => null });
  let failure;
  redis.on("error", (error) => {
    failure = error;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw new Refusal(`Redis at ${shown(url)} (REDIS_URL) cannot be reached: ${reason(failure ?? error)}.`);
  } finally {
    redis.disconnect();
  }
  return true;
}

// Never the password.
function shown(url) {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

// A host with several addresses fails with one error for each.
function reason(error) {
  return (error.errors?.[0] ?? error).message || error.code || "no answer";
}
