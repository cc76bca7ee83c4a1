// Which tenants changed their configuration, heard in every process: pushed by NOTIFY, and polled from the `change`
// table as well, because the embedded server does not pass notifications on and a listening connection can be lost.
// (Polling alone could pass over a slow transaction with a lower id; the embedded server runs one at a time.)
import pg from "pg";
import type { Database } from "./database";

/** Hears the tenant whose configuration changed; with `sessionId`, only that session of it has ended. */
export type OnChange = (tenantId: string, sessionId: string | null) => void;

export interface Changes {
  /** Calls `on` within 1 s of a committed change, from any process. Returns how to stop. */
  subscribe(on: OnChange): () => void;
  /** Deletes rows that every process has seen long ago. */
  prune(now: number): Promise<void>;
  close(): Promise<void>;
}

interface ChangeRow {
  id: string;
  tenant_id: string | null;
  subject: string | null;
}

const POLL_MS = 400;
const KEEP_MS = 3600_000;

/** Starts listening when first subscribed to. Trouble with the database is waited out, never thrown. */
export function openChanges(database: Database, url: string): Changes {
  const listeners = new Set<OnChange>();
  let seen: bigint | undefined;
  let timer: NodeJS.Timeout | undefined;
  let listening: pg.Client | undefined;
  let closed = false;

  const tell: OnChange = (tenantId, sessionId) => {
    for (const on of listeners) on(tenantId, sessionId);
  };

  const poll = async () => {
    const from = seen;
    try {
      const rows = await database.directorySql(async (sql) => {
        const text =
          from === undefined
            ? "SELECT coalesce(max(id), 0) AS id, NULL AS tenant_id, NULL AS subject FROM change"
            : "SELECT id, tenant_id, subject FROM change WHERE id > $1 ORDER BY id";
        return (await sql.query<ChangeRow>(text, from === undefined ? [] : [from])).rows;
      });
      for (const row of rows) {
        seen = BigInt(row.id);
        if (row.tenant_id) tell(row.tenant_id, row.subject);
      }
    } catch {
      // The next poll tries again.
    }
    if (!closed) timer = setTimeout(poll, POLL_MS).unref();
  };

  const listen = async () => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    client.on("end", () => {
      if (!closed) setTimeout(listen, 1000).unref();
    });
    client.on("notification", ({ payload }) => {
      const [tenantId, sessionId] = (payload ?? "").split(" ");
      if (tenantId) tell(tenantId, sessionId ?? null);
    });
    try {
      await client.connect();
      await client.query("LISTEN gatehouse_change");
      listening = client;
    } catch {
      await client.end().catch(() => {});
    }
  };

  return {
    subscribe(on) {
      listeners.add(on);
      if (listeners.size === 1 && !timer) {
        timer = setTimeout(() => {}, 0);
        void poll();
        void listen();
      }
      return () => listeners.delete(on);
    },
    async prune(now) {
      await database.directory((tx) => tx.change.deleteMany({ where: { at: { lt: new Date(now - KEEP_MS) } } }));
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await listening?.end().catch(() => {});
    },
  };
}
