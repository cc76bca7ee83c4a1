// In which watched conversations something happened, heard in every process: one listener and one poll for however many
// streams there are. Pushed and polled for the reasons that changes.ts gives.
import pg from "pg";
import type { Database } from "./database";

export interface ConversationFeed {
  /** Calls `on` within 1 s of a committed change. Resolves, with how to stop, when nothing later can be missed. */
  subscribe(conversationId: string, on: () => void): Promise<() => void>;
  /** Deletes rows that every process has seen long ago. */
  prune(now: number): Promise<void>;
  close(): Promise<void>;
}

const POLL_MS = 400;
const KEEP_MS = 3600_000;
const RECONNECT_MS = 1000;

/** Starts listening when first subscribed to. Later trouble with the database is waited out, never thrown. */
export function openConversationFeed(database: Database, url: string): ConversationFeed {
  const listeners = new Map<string, Set<() => void>>();
  let seen = 0n;
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let listening: pg.Client | undefined;
  let closed = false;

  const tell = (conversationId: string) => {
    for (const on of listeners.get(conversationId) ?? []) on();
  };

  const poll = async () => {
    try {
      const rows = await database.directorySql(async (sql) => {
        const text = "SELECT id, conversation_id FROM conversation_change WHERE id > $1 ORDER BY id";
        return (await sql.query<{ id: string; conversation_id: string }>(text, [seen])).rows;
      });
      for (const row of rows) {
        seen = BigInt(row.id);
        tell(row.conversation_id);
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
      if (!closed) setTimeout(listen, RECONNECT_MS).unref();
    });
    client.on("notification", (message) => message.payload && tell(message.payload));
    try {
      await client.connect();
      await client.query("LISTEN gatehouse_conversation");
      listening = client;
    } catch {
      await client.end().catch(() => {});
    }
  };

  const start = async () => {
    const newest = "SELECT coalesce(max(id), 0) AS id FROM conversation_change";
    const rows = await database.directorySql(async (sql) => (await sql.query<{ id: string }>(newest)).rows);
    seen = BigInt(rows[0]?.id ?? 0);
    timer = setTimeout(poll, POLL_MS).unref();
    void listen();
  };

  return {
    async subscribe(conversationId, on) {
      starting ??= start().catch((error) => {
        starting = undefined;
        throw error;
      });
      await starting;
      const own = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, own.add(on));
      return () => {
        own.delete(on);
        if (own.size === 0 && listeners.get(conversationId) === own) listeners.delete(conversationId);
      };
    },
    async prune(now) {
      const at = { lt: new Date(now - KEEP_MS) };
      await database.directory((tx) => tx.conversationChange.deleteMany({ where: { at } }));
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await listening?.end().catch(() => {});
    },
  };
}
