// npm start, npm run dev: everything from a fresh clone to a console in the browser, and nothing left behind by Ctrl-C.
import "./node-version.mjs";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild, stopChildren } from "./children.mjs";
import { prepare, runOnce } from "./prepare.mjs";
import { root } from "./root.mjs";
import { main, Refusal, say } from "./say.mjs";
import { readPort, requireFreePort } from "./services.mjs";
import { watchNpm } from "./with-npm.mjs";

const dev = process.argv.includes("--dev");

main(async () => {
  const port = readPort();
  await requireFreePort(port);
  const house = await prepare({
    alone: true,
    mode: dev ? "development" : "production",
    build: (steps) => (dev ? steps.buildForDevelopment() : steps.buildAll()),
  });

  const stop = stopper(house.database);
  house.database.onEnd(() => stop("The embedded database ended.", 1));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(undefined, 0));
  watchNpm(() => stop(undefined, 0));

  try {
    const demo = readDemo(runOnce("seed", house.env));
    startWorker(house.env, stop);
    startConsole(house.env, port, stop);
    await untilHealthy(port);
    if (dev) await watch(house.env, stop);
    process.stdout.write(`${summary(house, port, demo)}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await stop(error.message, 1);
  }
});

// The database goes last: the others may still be writing.
function stopper(database) {
  let stopping;
  return (line, code) => {
    stopping ??= (async () => {
      if (line) say(line);
      await stopChildren();
      await database.close();
      process.exit(code);
    })();
    return stopping;
  };
}

function startWorker(env, stop) {
  const onEnd = (code) =>
    dev ? say("The worker ended; it starts again at the next change.") : ended("worker", code, stop);
  startChild("worker", [`${root}/dist/worker.mjs`], { env, show: say, onEnd });
}

// Without a host both listen on all of them: the demo needs localhost and 127.0.0.1, two origins.
function startConsole(env, port, stop) {
  const developing = [`${root}/node_modules/next/dist/bin/next`, "dev", "-p", String(port)];
  startChild("console", dev ? developing : [`${root}/dist/console.mjs`], {
    env: { ...env, PORT: String(port), NODE_ENV: dev ? "development" : "production" },
    show: sayUnlessBanner,
    onEnd: (code) => ended("console", code, stop),
  });
}

function ended(name, code, stop) {
  return stop(`The ${name} process ended unexpectedly (exit code ${code}); everything is stopped.`, 1);
}

function sayUnlessBanner(line) {
  if (
    line.trim() &&
    !/^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running next))/.test(line)
  )
    say(line);
}

async function watch(env, stop) {
  const { watchProcesses } = await import("./watch.mjs");
  await watchProcesses(async () => {
    await stopChildren("worker");
    startWorker(env, stop);
  });
}

async function untilHealthy(port) {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (await isHealthy(port)) return;
    await sleep(100);
  }
  throw new Refusal(`Nothing answers on http://127.0.0.1:${port}/api/health.`);
}

// Not fetch: it refuses some ports that PORT may name.
function isHealthy(port) {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path: "/api/health", timeout: 10_000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on("timeout", () => request.destroy()).on("error", () => resolve(false));
  });
}

// The seed's last line; nothing when this installation has no demo.
function readDemo(said) {
  const last = said.trim().split("\n").at(-1);
  return last ? JSON.parse(last) : undefined;
}

function whereLimitsAre(redis) {
  if (redis) return "in Redis at REDIS_URL";
  return process.env.UPSTASH_REDIS_REST_URL
    ? "in Redis at UPSTASH_REDIS_REST_URL"
    : "in this process (no REDIS_URL or UPSTASH_REDIS_REST_URL)";
}

function summary({ env, dataFolder, database, redis }, port, demo) {
  const rows = [
    ["Console", env.GATEHOUSE_URL || `http://localhost:${port}`],
    ...(demo
      ? [
          ["Demo site", `http://127.0.0.1:${port}/demo`],
          ["Sign in", `${demo.email}  ${demo.password}`],
        ]
      : []),
    ["Database", database.embedded ? `embedded, in ${dataFolder}` : "Postgres at DATABASE_URL"],
    ["Limits", whereLimitsAre(redis)],
  ];
  return [
    "",
    "Gatehouse is running. Ctrl-C stops it.",
    "",
    ...rows.map(([name, value]) => `  ${name.padEnd(10)} ${value}`),
    "",
  ].join("\n");
}
