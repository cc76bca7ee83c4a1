// A process of its own: Postgres compiled to WebAssembly on one data folder, spoken to over a local port like any other.
//   embedded-server <folder> [--with-parent] [--linger]
// <folder> is the data folder, or memory:// for a database that ends with the process.
//   --with-parent  ends when its standard input ends, that is when the process that started it is gone
//   --linger       … but not before the last connection has closed
// Prints one line of JSON when ready: {"pid", "url"}, the same as in <folder>/embedded.json. When another process holds
// the folder: {"inUse": true} and exit code 3.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { holdFolder, type Release } from "./embedded-lock";
import { keepQueriesWhole } from "./embedded-protocol";

const IN_USE = 3;
// Pools of several processes (console, gateway, worker) with pg, Prisma and the queue in each.
const CONNECTIONS = 400;

const [folder = ".data", ...flags] = process.argv.slice(2);
const inMemory = folder.startsWith("memory://");
const note = path.join(folder, "embedded.json");

const release = inMemory ? () => {} : await hold(path.join(folder, "postgres"));
const database = await PGlite.create(inMemory ? "memory://" : path.join(folder, "postgres"), {
  extensions: { vector },
});
endWhenBroken(database);
keepQueriesWhole(database);
const server = new PGLiteSocketServer({ db: database, host: "127.0.0.1", port: 0, maxConnections: CONNECTIONS });
await server.start();
announce(JSON.stringify({ pid: process.pid, url: `postgres://postgres@${server.getServerConn()}/postgres` }));

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
if (flags.includes("--with-parent")) {
  process.stdin.on("end", parentGone).on("error", parentGone).resume();
}

async function hold(postgres: string): Promise<Release> {
  mkdirSync(postgres, { recursive: true, mode: 0o700 });
  const held = await holdFolder(folder);
  if (held) return held;
  process.stdout.write(`${JSON.stringify({ inUse: true })}\n`);
  return process.exit(IN_USE);
}

// Written beside and renamed: a reader sees all of it or none.
function announce(line: string): void {
  if (!inMemory) {
    writeFileSync(`${note}.new`, line, { mode: 0o600 });
    renameSync(`${note}.new`, note);
  }
  process.stdout.write(`${line}\n`);
}

// A database that cannot carry out a message any more (a crash inside WebAssembly) must not be asked again, and the
// socket server would wait for it for ever. What was acknowledged is on disk.
function endWhenBroken(broken: PGlite): void {
  const execute = broken.execProtocolRawStream.bind(broken);
  broken.execProtocolRawStream = async (message, options) => {
    try {
      await execute(message, options);
    } catch (error) {
      process.stderr.write(`embedded database: ${error instanceof Error ? error.message : error}\n`);
      process.exit(1);
    }
  };
}

function parentGone(): void {
  if (!flags.includes("--linger")) return void stop();
  const timer = setInterval(() => {
    if (server.getStats().activeConnections > 0) return;
    clearInterval(timer);
    void stop();
  }, 50);
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Removed first: who reads it now must not come.
  if (!inMemory) rmSync(note, { force: true });
  setTimeout(() => process.exit(0), 5_000);
  await server.stop();
  await database.close();
  release();
  process.exit(0);
}
