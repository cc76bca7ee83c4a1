// Gateways as processes of their own, on a database and a Redis that several of them share.
import { type ChildProcess, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tree } from "./processes";

const root = path.join(import.meta.dirname, "..");

const START_MS = 60_000;

export interface GatewayProcess {
  url: string;
  child: ChildProcess;
  /** Asks it to end, and waits until it has. Resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it and all below it at once. */
  kill(): Promise<void>;
}

/** Starts a gateway from source and waits until it is ready. */
export async function startGateway(env: Record<string, string>): Promise<GatewayProcess> {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, ["--import", "tsx", "src/command/gateway.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://127.0.0.1:${port}`;
  const ready = async () => (await fetch(`${url}/api/health/ready`).catch(() => undefined))?.status === 200;
  for (const began = Date.now(); !(await ready()); await sleep(50)) {
    if (child.exitCode === null && Date.now() - began < START_MS) continue;
    child.kill("SIGKILL");
    throw new Error("the gateway did not become ready");
  }
  return {
    url,
    child,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
    async kill() {
      const all = tree(child.pid);
      for (const pid of all) process.kill(pid, "SIGKILL");
      await ended;
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Runs `ask` for each of `items`, at most `connections` at a time. */
export async function spread<Item, Result>(
  items: Item[],
  connections: number,
  ask: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const one = async () => {
    for (const [i, item] of rest) results[i] = await ask(item);
  };
  await Promise.all(Array.from({ length: connections }, one));
  return results;
}

/** Waits until a minute has begun in which `seconds` are left: a window's end in the middle of counting counts anew. */
export async function earlyInMinute(seconds: number): Promise<void> {
  const left = 60 - ((Date.now() / 1000) % 60);
  if (left < seconds) await sleep(left * 1000 + 50);
}
