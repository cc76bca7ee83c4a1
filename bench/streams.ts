// Many open event streams: what they weigh, and how late their pings are.
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Subject } from "./subject";

const PING_MS = 15_000;
const OPENING_AT_ONCE = 50;

export interface Streams {
  streams: number;
  /** Memory of the server before and with them, MiB. Null where the system does not tell. */
  idleMib: number | null;
  openMib: number | null;
  pings: number;
  /** How much later than 15 s after the one before, milliseconds. */
  lateP50: number;
  lateP99: number;
}

/** Opens one stream for each of `paths` and listens for `seconds`. Throws where one is refused or ends. */
export async function measureStreams(
  { port, pid }: Subject,
  paths: string[],
  origin: string,
  seconds: number,
): Promise<Streams> {
  const idleMib = residentMib(pid);
  const gaps: number[] = [];
  const sockets: Socket[] = [];
  let broken: string | undefined;
  const open = (path: string) =>
    new Promise<void>((resolve) => {
      let last = 0;
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\norigin: ${origin}\r\naccept: text/event-stream\r\n\r\n`),
      );
      sockets.push(socket);
      socket.setEncoding("latin1").on("data", (text: string) => {
        if (last === 0 && !text.startsWith("HTTP/1.1 200")) broken ??= text.slice(0, 300);
        const now = performance.now();
        if (text.includes(": ping") && last !== 0) gaps.push(now - last);
        last = now;
        resolve();
      });
      socket.on("error", (error) => {
        broken ??= error.message;
        resolve();
      });
      socket.on("close", () => {
        if (!closing) broken ??= "a stream was ended";
      });
    });
  let closing = false;
  for (let i = 0; i < paths.length; i += OPENING_AT_ONCE)
    await Promise.all(paths.slice(i, i + OPENING_AT_ONCE).map(open));
  await sleep(seconds * 1000);
  const openMib = residentMib(pid);
  closing = true;
  for (const socket of sockets) socket.destroy();
  if (broken !== undefined) throw new Error(`a stream was refused or broke off: ${broken}`);
  const late = gaps.map((gap) => Math.max(0, gap - PING_MS)).sort((a, b) => a - b);
  const percentile = (share: number) => late[Math.min(late.length - 1, Math.floor(late.length * share))] ?? Number.NaN;
  const [lateP50, lateP99] = [Math.round(percentile(0.5)), Math.round(percentile(0.99))];
  return { streams: paths.length, idleMib, openMib, pings: gaps.length, lateP50, lateP99 };
}

function residentMib(pid: number): number | null {
  try {
    const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kib === undefined ? null : Math.round(Number(kib) / 1024);
  } catch {
    return null;
  }
}
