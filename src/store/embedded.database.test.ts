import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { embeddedServer as server } from "../../tests/fresh-database";
import { FolderInUse, openEmbedded } from "./embedded";
import { holdFolder } from "./embedded-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "embedded-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(" ")[2] !== "Z";
  } catch {
    return false;
  }
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; isAlive(pid) && tries < 200; tries++) await sleep(50);
  expect(isAlive(pid)).toBe(false);
}

test.each(["flock(1)", "a bound name"])("a folder is held by one at a time, with %s", async (way) => {
  if (way === "a bound name") vi.stubEnv("PATH", "/nowhere");
  const holds = await Promise.all(Array.from({ length: 5 }, () => holdFolder(folder)));
  const held = holds.filter((hold) => hold !== null);
  expect(held).toHaveLength(1);
  held[0]?.();
  await vi.waitFor(async () => {
    const again = await holdFolder(folder);
    expect(again).not.toBeNull();
    again?.();
  });
});

test("of several who want to be alone on a folder one gets it, the others a line that names it", async () => {
  const all = await Promise.allSettled(
    Array.from({ length: 3 }, () => openEmbedded(folder, { server, alone: true, patienceMilliseconds: 0 })),
  );
  const opened = all.filter((one) => one.status === "fulfilled");
  const refused = all.filter((one) => one.status === "rejected");
  expect(opened).toHaveLength(1);
  for (const { reason } of refused) {
    expect(reason).toBeInstanceOf(FolderInUse);
    expect(reason.message).toContain(`The data folder ${folder} is in use by another process`);
  }
  for (const { value } of opened) await value.close();
});

test("who may share uses the running server, which stays until the last of them has left", async () => {
  const first = await openEmbedded(folder, { server });
  expect(statSync(path.join(folder, "embedded.json")).mode & 0o777).toBe(0o600);
  await ask(first.url, "CREATE TABLE kept (x int); INSERT INTO kept VALUES (1)");
  const second = await openEmbedded(folder, { server });
  expect(second.pid).toBe(first.pid);
  const closed = first.close();
  await sleep(200);
  expect(await ask(second.url, "SELECT x FROM kept")).toEqual([{ x: 1 }]);
  await second.close();
  await closed;
  await untilGone(first.pid);
});

test("kill -9 loses nothing that was acknowledged and does not keep the folder", async () => {
  let acknowledged = 0;
  for (let round = 0; round < 2; round++) {
    const { url, pid, onEnd } = await openEmbedded(folder, { server, alone: true });
    const ended = new Promise((resolve) => onEnd(resolve));
    await ask(url, "CREATE TABLE IF NOT EXISTS kept (x int)");
    const [{ n } = {}] = await ask(url, "SELECT count(*)::int AS n FROM kept");
    expect(n).toBeGreaterThanOrEqual(acknowledged);
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    setTimeout(() => process.kill(pid, "SIGKILL"), 300);
    try {
      for (;;) {
        await client.query("INSERT INTO kept VALUES (1)");
        acknowledged++;
      }
    } catch {
      await ended;
    }
  }
  const last = await openEmbedded(folder, { server });
  const [{ n } = {}] = await ask(last.url, "SELECT count(*)::int AS n FROM kept");
  expect(acknowledged).toBeGreaterThan(0);
  expect(n).toBeGreaterThanOrEqual(acknowledged);
  await last.close();
});

test("the server ends when the process that started it is killed", async () => {
  const parent = startParent();
  const pid = Number(await firstLine(parent));
  expect(isAlive(pid)).toBe(true);
  parent.kill("SIGKILL");
  await untilGone(pid);
});

test("a client that is killed in the middle of a transaction holds up nobody", async () => {
  const { url, close } = await openEmbedded("memory://", { server });
  await ask(url, "CREATE TABLE t (x int)");
  for (let round = 0; round < 3; round++) {
    const client = startNode(`
      import pg from "pg";
      const client = new pg.Client(${JSON.stringify(url)});
      await client.connect();
      console.log("go");
      for (;;) { await client.query("BEGIN"); await client.query("INSERT INTO t VALUES ($1)", [1]); }`);
    await firstLine(client);
    await sleep(50 + 20 * round);
    client.kill("SIGKILL");
    expect(await ask(url, "SELECT count(*)::int AS n FROM t")).toEqual([{ n: 0 }]);
  }
  await close();
});

function startParent(): ChildProcess {
  return startNode(`
    import { openEmbedded } from ${JSON.stringify(path.join(import.meta.dirname, "embedded.ts"))};
    console.log((await openEmbedded(${JSON.stringify(folder)}, { server: ${JSON.stringify(server)}, alone: true })).pid);
    setInterval(() => {}, 1000);`);
}

function startNode(code: string): ChildProcess {
  const args = ["--import", "tsx", "--input-type=module", "--eval", code];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => child.stdout?.once("data", (data) => resolve(String(data).trim())));
}
