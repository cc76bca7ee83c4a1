// npm start as an operator meets it: the built product in its own processes, on a data folder and ports of its own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { processes, tree, untilGone } from "./processes";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "gatehouse-"));
const clean = {
  ...process.env,
  NODE_ENV: "production",
  DATABASE_URL: "",
  REDIS_URL: "",
  GATEHOUSE_DATA: folder,
} as const;
const started: ChildProcess[] = [];

// Nothing to do in the gate, which has just built; otherwise not the time that a start may take.
beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
});
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) await ended(child, () => child.kill("SIGTERM"));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  said(): string;
}

function run(env: Record<string, string>, before: string[] = []): Run {
  return runCommand(process.execPath, [...before, "scripts/start.mjs"], env);
}

function runCommand(command: string, args: string[], env: Record<string, string>): Run {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...clean, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  return { child, said: () => said };
}

function ended(child: ChildProcess, cause: () => void = () => {}): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("close", (code) => resolve(code));
    cause();
  });
}

async function running(env: Record<string, string>, house = run(env)): Promise<Run> {
  await expect.poll(house.said, { timeout: 60_000, interval: 50 }).toContain("Ctrl-C stops it");
  return house;
}

/** What is said by a start that must fail with one line. */
async function refusal(env: Record<string, string>, before?: string[]): Promise<string> {
  const house = run(env, before);
  expect(await ended(house.child)).toBe(1);
  const line = house.said().trim();
  expect(line).not.toContain("\n");
  return line;
}

function cli(...args: string[]): unknown {
  const stdio = ["ignore", "pipe", "ignore"] as const;
  return JSON.parse(
    execFileSync(process.execPath, ["scripts/cli.mjs", ...args, "--json"], {
      cwd: root,
      env: clean,
      encoding: "utf8",
      stdio: [...stdio],
    }),
  );
}

test("one house on a folder and a port; killed, it comes back with its rows; Ctrl-C leaves nothing", async () => {
  const first = await running({ PORT: "4101" });
  const { tenantId } = cli(
    "tenant",
    "create",
    "--name",
    "Kept",
    "--origin",
    "https://kept.example.com",
    "--owner",
    "o@example.com",
  ) as {
    tenantId: string;
  };
  expect(await refusal({ PORT: "4101" })).toBe("Port 4101 is taken by another process. Set PORT to a free one.");
  expect(await refusal({ PORT: "4102" })).toMatch(/^The data folder .* is in use by another process/);

  const pids = tree(first.child.pid);
  expect(pids.length).toBeGreaterThan(3);
  await ended(first.child, () => {
    for (const pid of pids) process.kill(pid, "SIGKILL");
  });

  const second = await running({ PORT: "4101" });
  expect(cli("origin", "list", "--tenant", tenantId)).toMatchObject([{ pattern: "https://kept.example.com" }]);
  for (const host of ["127.0.0.1", "localhost"]) {
    expect((await fetch(`http://${host}:4101/api/health`)).status).toBe(200);
  }

  const all = tree(second.child.pid);
  expect(await ended(second.child, () => second.child.kill("SIGINT"))).toBe(0);
  await untilGone(all);
});

test("when the starter alone is killed, what it started goes too", async () => {
  const house = await running({ PORT: "4103" });
  const pids = tree(house.child.pid);
  await ended(house.child, () => house.child.kill("SIGKILL"));
  await untilGone(pids);
});

test.each(["SIGTERM", "SIGKILL"] as const)("when npm itself gets %s, everything goes too", async (signal) => {
  const house = await running({}, runCommand("npm", ["start"], { PORT: "4108" }));
  const pids = tree(house.child.pid);
  house.child.kill(signal);
  await untilGone(pids);
});

test("when a process of it dies, everything stops and the line says which", async () => {
  const house = await running({ PORT: "4104" });
  const pids = tree(house.child.pid);
  const worker = processes().find(({ pid, command }) => pids.includes(pid) && command.includes("worker.mjs"));
  expect(await ended(house.child, () => worker && process.kill(worker.pid, "SIGKILL"))).toBe(1);
  expect(house.said()).toContain("The worker process ended unexpectedly");
  await untilGone(pids);
});

test("an address where no database or no Redis answers: one line, no password in it", async () => {
  const port = await closedPort();
  expect(await refusal({ PORT: "4105", DATABASE_URL: `postgres://gate:hush@127.0.0.1:${port}/house` })).toBe(
    `The database at postgres://127.0.0.1:${port}/house (DATABASE_URL) cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
  expect(await refusal({ PORT: "4105", DATABASE_URL: "mysql://127.0.0.1/house" })).toMatch(/^DATABASE_URL must be/);
  expect(await refusal({ PORT: "4105", REDIS_URL: `redis://:hush@127.0.0.1:${port}` })).toBe(
    `Redis at redis://127.0.0.1:${port} (REDIS_URL) cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
});

test("a Node that is too old: one line", async () => {
  const pretend = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } })";
  expect(await refusal({ PORT: "4106" }, ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`])).toBe(
    "Gatehouse needs Node 20.19 or newer; this is 20.18.3.",
  );
});

test("an address that others can reach brings its own secrets", async () => {
  const house = run({ PORT: "4107", GATEHOUSE_URL: "https://gate.example.com" });
  expect(await ended(house.child)).toBe(1);
  expect(house.said()).toMatch(/GATEHOUSE_SECRET: .*\n.*GATEHOUSE_VAULT_KEY: /);
});

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
