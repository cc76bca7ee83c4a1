// Whose turn it is to ask a host, in one row for each: processes that know nothing of each other stay polite together.
import { Failure } from "@/failures";
import type { Database } from "./database";

/** Longer than any question takes: who died while asking holds a host no longer. */
const QUESTION_MS = 20_000;
/** A longer rest is nothing to wait for. */
const LONGEST_WAIT_MS = 20_000;
const LOOK_MS = 150;

interface Turn<T> {
  value: T;
  restMs: number;
}

/** Turns that hold in every process on this database, by the database's clock. Within a process first come, first served. */
export function openHostTurns(database: Database) {
  const hosts = new Map<string, Promise<unknown>>();

  const claim = async (host: string, holder: string): Promise<void> => {
    for (;;) {
      const wait = await database.directorySql(async (sql) => {
        const taken = await sql.query(
          `INSERT INTO host_turn AS present (host, holder, free_at) VALUES ($1, $2, clock_timestamp() + $3 * interval '1 ms')
           ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, free_at = excluded.free_at
             WHERE present.free_at <= clock_timestamp() RETURNING host`,
          [host, holder, QUESTION_MS],
        );
        if (taken.rows.length > 0) return null;
        const { rows } = await sql.query<{ ms: number; asked: boolean }>(
          `SELECT (extract(epoch FROM free_at - clock_timestamp()) * 1000)::float8 AS ms, holder IS NOT NULL AS asked
             FROM host_turn WHERE host = $1`,
          [host],
        );
        return rows[0] ?? { ms: 0, asked: false };
      });
      if (wait === null) return;
      if (!wait.asked && wait.ms > LONGEST_WAIT_MS)
        throw new Failure("rate_limited", {
          detail: "The site asks to be left alone for a while.",
          retryAfterSeconds: Math.ceil(wait.ms / 1000),
        });
      // A question may end at any time, a rest ends when it ends.
      await sleep(Math.max(1, wait.asked ? Math.min(wait.ms, LOOK_MS * (0.5 + Math.random())) : wait.ms));
    }
  };

  const turn = async <T>(host: string, ask: () => Promise<Turn<T>>): Promise<T> => {
    const holder = crypto.randomUUID();
    await claim(host, holder);
    let restMs = 0;
    try {
      const answer = await ask();
      restMs = answer.restMs;
      return answer.value;
    } finally {
      await database.directorySql((sql) =>
        sql.query(
          `UPDATE host_turn SET holder = NULL, free_at = clock_timestamp() + $3 * interval '1 ms'
            WHERE host = $1 AND holder = $2`,
          [host, holder, restMs],
        ),
      );
    }
  };

  return {
    take<T>(host: string, ask: () => Promise<Turn<T>>): Promise<T> {
      const mine = (hosts.get(host) ?? Promise.resolve()).then(() => turn(host, ask));
      const over = mine
        .catch(() => {})
        .then(() => {
          if (hosts.get(host) === over) hosts.delete(host);
        });
      hosts.set(host, over);
      return mine;
    },
  };
}

/** Forgets hosts that nobody has asked since then. */
export async function tidyHostTurns(database: Database, before: Date): Promise<number> {
  const { rowCount } = await database.directorySql((sql) =>
    sql.query("DELETE FROM host_turn WHERE free_at < $1", [before]),
  );
  return rowCount ?? 0;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
