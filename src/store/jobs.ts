// Work that outlives a request: rows in Postgres (pg-boss), taken by the worker, resumed after a crash.

/** Every job by name with its payload. */
export interface JobPayloads {
  "read-source": { tenantId: string; sourceId: string };
}
export type JobName = keyof JobPayloads;

export interface Jobs {
  send<N extends JobName>(name: N, payload: JobPayloads[N]): Promise<void>;
  /** Runs `handle` for each job; a handler that throws is retried with back-off. */
  work<N extends JobName>(name: N, handle: (payload: JobPayloads[N]) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}
