// Work that outlives a request: rows in Postgres (pg-boss), taken by the worker, resumed after a crash.
import PgBoss from "pg-boss";

/** Every job by name with its payload. */
export interface JobPayloads {
  "read-source": { tenantId: string; sourceId: string };
  "send-mail": { sealed: string };
  "begin-reset": { sealed: string };
}
export type JobName = keyof JobPayloads;

/** How often, and at first how many seconds apart, a job is tried; 5 times and 5 s where nothing is said. */
const retries: Partial<Record<JobName, { retryLimit: number; retryDelay: number }>> = {
  // A mail server may be away for an hour.
  "send-mail": { retryLimit: 9, retryDelay: 10 },
};

export interface Jobs {
  /** `afterSeconds`: not sooner, and behind those that came meanwhile. */
  send<N extends JobName>(name: N, payload: JobPayloads[N], afterSeconds?: number): Promise<void>;
  /** Runs `handle` for each job, `atOnce` of them at the same time; a handler that throws is retried with back-off. */
  work<N extends JobName>(name: N, handle: (payload: JobPayloads[N]) => Promise<void>, atOnce?: number): Promise<void>;
  close(): Promise<void>;
}

/** Connects at the first use. A job whose process dies is taken up again after `expireInSeconds`. */
export function openJobs(url: string): Jobs {
  let starting: Promise<PgBoss> | undefined;
  const queues = new Map<JobName, Promise<void>>();

  const start = async () => {
    const boss = new PgBoss({ connectionString: url, max: 2 });
    // Trouble with the database is reported by the calls that meet it; the timers try again by themselves.
    boss.on("error", () => {});
    await boss.start();
    return boss;
  };
  const started = () => {
    starting ??= start().catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
  const queue = async (boss: PgBoss, name: JobName) => {
    const create = () =>
      boss.createQueue(name, {
        name,
        retryLimit: 5,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds: 300,
        ...retries[name],
      });
    // Making a queue twice is making it once; one connection shared by all may fail a statement that comes between.
    const made = queues.get(name) ?? create().catch(create);
    queues.set(name, made);
    // What failed is not remembered: the next caller tries again.
    await made.catch((error) => {
      queues.delete(name);
      throw error;
    });
  };

  return {
    async send(name, payload, afterSeconds) {
      const boss = await started();
      await queue(boss, name);
      await boss.send(name, payload, afterSeconds === undefined ? {} : { startAfter: afterSeconds, priority: -1 });
    },
    async work(name, handle, atOnce = 1) {
      const boss = await started();
      await queue(boss, name);
      for (let i = 0; i < atOnce; i++)
        await boss.work<JobPayloads[typeof name]>(name, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async (jobs) => {
          for (const job of jobs) await handle(job.data);
        });
    },
    async close() {
      const boss = await starting?.catch(() => undefined);
      await boss?.stop({ graceful: true, timeout: 5000 });
    },
  };
}
