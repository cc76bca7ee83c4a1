import cluster from "node:cluster";
import type { Environment } from "@/env";

/** A process that ends sooner than this was not able to work. */
const SOON_MS = 5000;
const RESTART_MS = 1000;
const MOST_EARLY_ENDS = 5;
/** A little longer than a process drains. */
const PATIENCE_MS = 15_000;

/**
 * Keeps `env.workers` processes on one port; one that dies is replaced. SIGTERM or SIGINT ends all of them in order.
 * Processes that never come up end the whole.
 */
export function runWorkers(env: Environment): void {
  // Each process accepts for itself: a connection that the first process hands to one that dies just then would hang.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let stopping = false;
  let earlyEnds = 0;
  if (!env.redisUrl && !env.upstash)
    console.warn(`Without REDIS_URL each of the ${env.workers} processes counts limits for itself.`);

  const start = () => {
    if (stopping) return;
    const startedAt = Date.now();
    const worker = cluster.fork();
    worker.once("exit", (code, signal) => {
      if (stopping) return;
      console.error(`A gateway process ended (${signal ?? code}); another one takes its place.`);
      earlyEnds = Date.now() - startedAt < SOON_MS ? earlyEnds + 1 : 0;
      if (earlyEnds >= MOST_EARLY_ENDS) process.exit(1);
      setTimeout(start, RESTART_MS);
    });
  };

  const stop = () => {
    if (stopping) return;
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const gone = workers.map(
      (worker) => new Promise((resolve) => (worker.isDead() ? resolve(null) : worker.once("exit", resolve))),
    );
    for (const worker of workers) worker.process.kill("SIGTERM");
    setTimeout(() => {
      for (const worker of workers) worker.process.kill("SIGKILL");
    }, PATIENCE_MS).unref();
    void Promise.all(gone).then(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  for (let i = 0; i < env.workers; i++) start();
}
