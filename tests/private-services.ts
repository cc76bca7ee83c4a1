// A Postgres and a Redis of a test's own, which it may stop and start.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./gateway-process";

export interface Service {
  url: string;
  start(): Promise<void>;
  /** Ends it as an operator would; whoever is connected is cut off. */
  stop(): Promise<void>;
  /** Stops it and forgets what it stored. */
  remove(): Promise<void>;
}

/** Postgres from the machine's own packages; null where there is none, or nobody who may run it. */
export async function privatePostgres(): Promise<Service | null> {
  const bin = findPostgres();
  const account = bin && findAccount();
  if (!bin || !account) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-postgres-"));
  const data = path.join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  for (const place of [folder, data]) chownSync(place, account.uid, account.gid);
  execFileSync(`${bin}/initdb`, ["-D", data, "-U", "gatehouse", "--auth=trust", "-E", "UTF8", "--no-sync"], {
    ...account,
    stdio: "ignore",
  });
  const port = await freePort();
  const args = ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"];
  const url = `postgres://gatehouse@127.0.0.1:${port}/postgres`;
  return toService({
    url,
    folder,
    signal: "SIGINT",
    run: () => spawn(`${bin}/postgres`, args, { ...account, stdio: "ignore" }),
    ready: () => answers(url),
  });
}

/** Redis from the machine's own packages; null where there is none. */
export async function privateRedis(): Promise<Service | null> {
  const binary = ["/usr/bin/redis-server", "/usr/local/bin/redis-server"].find(existsSync);
  if (!binary) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-redis-"));
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
  return toService({
    url: `redis://127.0.0.1:${port}`,
    folder,
    signal: "SIGTERM",
    run: () => spawn(binary, args, { stdio: "ignore" }),
    ready: () => listens(port),
  });
}

interface Program {
  url: string;
  folder: string;
  signal: NodeJS.Signals;
  run(): ChildProcess;
  ready(): Promise<boolean>;
}

function toService({ url, folder, signal, run, ready }: Program): Service {
  let child: ChildProcess | undefined;
  const stop = async () => {
    const present = child;
    child = undefined;
    if (!present || present.exitCode !== null) return;
    const gone = new Promise((resolve) => present.once("exit", resolve));
    present.kill(signal);
    await gone;
  };
  return {
    url,
    async start() {
      child = run();
      for (let tries = 0; !(await ready()); tries++) {
        if (tries > 300 || child.exitCode !== null) throw new Error(`nothing listens at ${url}`);
        await sleep(50);
      }
    },
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const tell = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => tell(true)).once("error", () => tell(false));
  });
}

function findPostgres(): string | undefined {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql").sort().reverse() : [];
  const places = [...versions.map((version) => `/usr/lib/postgresql/${version}/bin`), "/usr/local/bin", "/usr/bin"];
  return places.find((place) => existsSync(`${place}/initdb`) && existsSync(`${place}/postgres`));
}

/** Postgres refuses to run as root: there it is the account of its package. */
function findAccount(): { uid: number; gid: number } | null {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  try {
    const id = (kind: string) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}
