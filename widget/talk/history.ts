import type { Entry, Saved } from "./entry";
import type { Store } from "./store";

/** What is kept of a conversation in this tab, for one user at a time. */
export interface History {
  conversationId(): string | null;
  entries(): Saved[];
  save(conversationId: string | null, entries: readonly Entry[]): void;
  clear(): void;
}

const KEPT = 60;

/** Keeps history in the store. What another user left behind is dropped unread: a browser can change hands. */
export function createHistory(store: Store, user: () => string | null): History {
  /** What was stored, if it is this user's to see. */
  function mine(): { id?: string | null; user?: string | null } {
    const stored = Object(store.read("conversation")) as ReturnType<typeof mine>;
    // A visitor may sign in during a conversation and go on with it, but nobody may go on with somebody else's.
    return stored.user && stored.user !== user() ? {} : stored;
  }

  return {
    conversationId: () => mine().id ?? null,
    entries() {
      const stored = "id" in mine() && store.read("messages");
      return Array.isArray(stored) ? stored.filter((one) => one?.role && typeof one.content === "string") : [];
    },
    save(id, entries) {
      store.write("conversation", { id, user: user() });
      const saved = entries.slice(-KEPT).flatMap((entry): Saved[] => {
        if (!/ing$/.test(entry.state)) return [{ ...entry }];
        // An answer in the making is not kept: its question is, and the same nonce brings the whole answer.
        return entry.role === "user" ? [{ ...entry, state: "waiting" }] : [];
      });
      store.write("messages", saved);
    },
    clear() {
      store.write("conversation", null);
      store.write("messages", null);
    },
  };
}
