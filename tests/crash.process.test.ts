// Nothing acknowledged is lost: the whole process tree is killed in the middle of 200 messages.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { Answer, Transcript } from "../widget/wire";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-crash-"));
const origin = "https://www.example.com";
const port = await freePort();
const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: "", REDIS_URL: "", LOG_LEVEL: "error" } as const;
const house = { ...env, GATEHOUSE_DATA: folder, PORT: String(port) };
let running: ChildProcess | undefined;

afterAll(async () => {
  if (running) killTree(running);
  await sleep(200);
  rmSync(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["scripts/gateway.mjs"], { cwd: root, env: house, stdio: "inherit" });
  const url = `http://127.0.0.1:${port}/api/health`;
  const ready = async () => (await fetch(url).catch(() => undefined))?.status;
  await expect.poll(ready, { timeout: 90_000, interval: 100 }).toBe(200);
  return child;
}

/** Kills a process and all that descend from it at once, the database among them: nobody gets to say goodbye. */
function killTree(child: ChildProcess): number {
  const parents = new Map(processes());
  const tree = [...parents.keys()].filter((pid) => {
    for (let at: number | undefined = pid; at; at = parents.get(at)) if (at === child.pid) return true;
    return false;
  });
  for (const pid of tree) process.kill(pid, "SIGKILL");
  return tree.length;
}

/** Every process with its parent. */
function processes(): [number, number][] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid): [number, number][] => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        return [[Number(pid), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])]];
      } catch {
        return [];
      }
    });
}

function cli(...args: string[]): { siteKey: string } {
  const words = ["scripts/cli.mjs", ...args, "--json"];
  return JSON.parse(execFileSync(process.execPath, words, { cwd: root, env: house, encoding: "utf8" }));
}

async function send(route: string, body: object): Promise<Answer> {
  const headers = { origin, "content-type": "application/json" };
  const url = `http://127.0.0.1:${port}/api/v1${route}`;
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json() as Promise<Answer>;
}

test.skipIf(process.platform !== "linux")(
  "every acknowledged message is there after a kill -9 of everything, and none twice",
  async () => {
    const { siteKey } = cli("tenant", "create", "--name", "Crash", "--origin", origin, "--owner", "owner@example.com");
    running = await start();
    const { conversationId } = await send("/conversations", { siteKey, message: "Message 0", nonce: "0" });
    const acknowledged = new Map<number, string>();
    let interrupted = 0;
    for (let i = 1; i < 200; i++) {
      const body = { message: `Message ${i}`, nonce: String(i) };
      const sending = send(`/conversations/${conversationId}`, body);
      if (i === 90 || i === 140) {
        // At no moment in particular: before, in or after the commit.
        await sleep(i % 7);
        const answer = sending.catch(() => undefined);
        expect(killTree(running)).toBeGreaterThanOrEqual(3);
        const first = await answer;
        running = await start();
        const again = await send(`/conversations/${conversationId}`, body);
        if (first) expect(again).toEqual(first);
        acknowledged.set(i, again.message.id);
        interrupted += 1;
        continue;
      }
      acknowledged.set(i, (await sending).message.id);
    }
    expect(interrupted).toBe(2);

    const url = `http://127.0.0.1:${port}/api/v1/conversations/${conversationId}`;
    const read = (await (await fetch(url, { headers: { origin } })).json()) as Transcript;
    const asked = read.messages.filter(({ role }) => role === "user").map(({ content }) => content);
    expect(asked).toEqual(Array.from({ length: 200 }, (_, i) => `Message ${i}`));
    const answers = read.messages.filter(({ role }) => role === "assistant").map(({ id }) => id);
    expect(answers).toHaveLength(200);
    for (const id of acknowledged.values()) expect(answers).toContain(id);
  },
);
