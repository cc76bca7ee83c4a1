// A server under measurement: a process of its own, its processor time, and the load on it.
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const root = `${import.meta.dirname}/..`;

export interface Subject {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

export interface Sent {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Result {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  /** Null where the system does not tell. */
  cpuMicroseconds: number | null;
}

/** Starts `node args` with PORT set to a free port, in a process group of its own, and waits until it listens. */
export async function startSubject(args: (port: number) => string[], env: NodeJS.ProcessEnv): Promise<Subject> {
  const port = await freePort();
  const child = spawn(process.execPath, args(port), {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  await untilListening(port, child);
  const pid = child.pid ?? 0;
  return { port, pid, stop: () => stop(child) };
}

/** Puts load on a subject and reports what it did with it. Throws when any request was refused. */
export async function measure(
  subject: Subject,
  requests: Sent[][],
  options: { connections: number; warmUpSeconds: number; seconds: number },
): Promise<Result> {
  const { connections, warmUpSeconds, seconds } = options;
  const args = [subject.port, connections, warmUpSeconds, seconds].map(String);
  const load = spawn(process.execPath, ["--import", "tsx", `${import.meta.dirname}/load.ts`, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  load.stdin.end(JSON.stringify(requests));
  const before = cpuSeconds(subject.pid);
  let said = "";
  load.stdout.setEncoding("utf8").on("data", (chunk) => {
    said += chunk;
  });
  await new Promise((resolve) => load.once("close", resolve));
  const after = cpuSeconds(subject.pid);
  const { requestsPerSecond, p50, p99, refused } = JSON.parse(said);
  if (Object.keys(refused).length > 0) throw new Error(`requests were refused: ${JSON.stringify(refused)}`);
  // The warm-up's requests cost as much as the others.
  const answered = requestsPerSecond * (seconds + warmUpSeconds);
  const cpuMicroseconds = before === null || after === null ? null : ((after - before) / answered) * 1e6;
  return { requestsPerSecond, p50, p99, cpuMicroseconds };
}

/** Processor seconds of a process group so far; Linux only. */
function cpuSeconds(group: number): number | null {
  try {
    let ticks = 0;
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      const fields = readStat(pid);
      if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
    }
    return ticks / 100;
  } catch {
    return null;
  }
}

/** The fields of /proc/PID/stat from the third on: state, parent, group, … */
function readStat(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const listens = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (listens) return;
    await sleep(50);
  }
  throw new Error("the server did not start");
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGTERM");
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), 5000);
  await ended;
  clearTimeout(timer);
}
