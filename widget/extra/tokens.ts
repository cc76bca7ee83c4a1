// A part of its own: keeps a token, where the page or the tenant wants one.

import type { Log } from "../debug-log";
import type { Emitter } from "../emitter";
import type { Later } from "../later";
import type { Options } from "../options/options";
import type { Conversation } from "../talk/conversation";
import { isUnderWay } from "../talk/entry";
import type { Store } from "../talk/store";
import type { Tabs } from "../talk/tabs";
import type { Transport } from "../talk/transport";
import type { Challenge } from "../wire";
import { openSession } from "./open-session";
import { type HeldToken, isLive, renewalTime, userOf } from "./token-clock";
import { createTokenKeeper, type Identity, type TokenKeeper } from "./token-keeper";

export interface Tokens extends TokenKeeper {
  /** The page's identity token as it stands; null where the visitor has none. */
  identity(): string | null;
  /** Whom the identity names; only to keep one user's conversation from another's eyes. */
  user(): string | null;
  isValid(): boolean;
  /** When the token ends and which session it is; never the token itself. */
  data(): { sessionId: string | null; expiresAt: string | null } | null;
  /** Renews in time from now on, until the widget ends. */
  watch(): void;
  /** The same, and resolves when it is known who the visitor is. */
  ready(): Promise<unknown>;
  /** The page says who the visitor is from now on. */
  introduce(identity: Identity): void;
  /** Ends the session at the gateway and forgets it here; with `everyone`, the page's identity too. */
  end(whom: "session" | "everyone"): void;
  /** What other tabs may go on with: a session, never an identity. */
  shared(): HeldToken | null;
}

export interface TokensWorld {
  view: Window;
  siteKey: string;
  options: Options;
  /** The end of the widget. */
  signal: AbortSignal;
  log: Log;
  transport: Transport;
  store: Store;
  conversation: Conversation;
  tell: Tabs["tell"];
  part: Later["part"];
  nonce(): string;
  pageHash(): Promise<string | undefined>;
  emitter: Emitter;
  onFailure(thrown: unknown): void;
}

/** How often a token's age is looked at; well within the 5 minutes by which it is renewed early. */
const CHECK_EVERY_MS = 20_000;

export function createTokens(world: TokensWorld): Tokens {
  const { view, siteKey, options, signal, log, transport, store, conversation, tell, part } = world;
  const now = () => Date.now();
  const session = {
    transport,
    asking: async () => ({ siteKey, pageUrlHash: await world.pageHash(), nonce: world.nonce() }),
    prove: async (...asked: [Challenge, unknown]) => (await part("proof")).prove(signal, ...asked),
  };
  const keeper = createTokenKeeper({
    now,
    openSession: (old) => openSession(session, old),
    load: () => store.read("token"),
    save: (held) => store.write("token", held),
    onToken(held) {
      log("token held until", new Date(Math.min(held.expiresAt, 8e15)).toISOString());
      meetUser();
      world.emitter.emit("token", { sessionId: held.sessionId, expiresAt: held.expiresAt });
    },
  });
  const { held } = keeper;
  const identity = () => (keeper.isIdentified() ? (held()?.token ?? null) : null);
  const user = () => userOf(identity() ?? undefined);
  let isWatching = false;
  let lastUser: string | null = null;

  async function renewIfDue() {
    const current = held();
    if (!current || view.document.hidden || signal.aborted || now() < renewalTime(current)) return;
    await keeper.bearer().catch(world.onFailure);
  }

  function watch() {
    if (!isWatching) {
      const checking = view.setInterval(renewIfDue, CHECK_EVERY_MS);
      signal.addEventListener("abort", () => view.clearInterval(checking));
      view.document.addEventListener("visibilitychange", renewIfDue, { signal });
    }
    isWatching = true;
    void renewIfDue();
  }

  /** Nobody sees what another user of the same page said, however the page changed hands. */
  function meetUser() {
    const next = user();
    if (next === lastUser) return;
    if (lastUser !== null) {
      // Whoever wrote just now is the one who is here now.
      const asked = conversation.entries().find((entry) => entry.role === "user" && isUnderWay(entry));
      conversation.reset();
      if (asked && next) conversation.send(asked.content);
    }
    lastUser = next;
    if (next) tell({ kind: "user", user: next });
  }

  function introduce(next: Identity) {
    keeper.identify(next);
    meetUser();
  }

  const { jwt, onTokenRefresh } = options;
  if (options.useJWT) keeper.demandSession();
  if (jwt || onTokenRefresh) introduce({ jwt, onTokenRefresh });
  return {
    ...keeper,
    identity,
    introduce,
    user,
    watch,
    async ready() {
      watch();
      if (keeper.isIdentified()) await keeper.bearer().catch(() => null);
    },
    shared: () => (keeper.isIdentified() ? null : held()),
    end(whom) {
      const token = held();
      if (token?.sessionId) {
        transport({ method: "DELETE", path: "/sessions/current", token: token.token }).catch(log);
      }
      keeper.clear(whom);
      if (whom === "everyone") lastUser = null;
    },
    isValid: () => isLive(held(), now()),
    data() {
      const current = held();
      if (!current) return null;
      const expiresAt = Number.isFinite(current.expiresAt) ? new Date(current.expiresAt).toISOString() : null;
      return { sessionId: current.sessionId, expiresAt };
    },
  };
}
