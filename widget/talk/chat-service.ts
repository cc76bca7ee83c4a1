import type { Log } from "../debug-log";
import type { Options } from "../options/options";
import { wantsCitations } from "../options/wants-citations";
import type { Challenge } from "../wire";
import { type Conversation, type ConversationWorld, createConversation } from "./conversation";
import { createGateway, type Gateway, openSession } from "./gateway";
import { createHistory } from "./history";
import { createNonce, hashPage } from "./nonce";
import { createStore } from "./store";
import { createTabs, type Word } from "./tabs";
import { type HeldToken, userOf } from "./token-clock";
import { createTokenKeeper, type Identity, type TokenKeeper } from "./token-keeper";
import { createTransport, withProof } from "./transport";

export interface ChatService {
  keeper: TokenKeeper;
  gateway: Gateway;
  conversation: Conversation;
  /** Whether this tab holds a conversation already, and so whoever sees it has agreed to it. */
  isKnown(): boolean;
  identify(identity: Identity): void;
  /** Asks the other tabs for the conversation this one does not have. */
  greet(): void;
  /** Erases the conversation here and in the other tabs. */
  erase(): void;
  end(): void;
  /** Ends the session at the gateway and forgets it here; with `everyone`, the page's identity too. */
  forget(whom: "session" | "everyone"): void;
}

type Listeners = Pick<
  ConversationWorld,
  "isOnline" | "startingOver" | "onEntry" | "onReset" | "onBusy" | "onFinished" | "onFailure" | "onStatus"
> & { onToken(held: HeldToken): void; solve(challenge: Challenge): Promise<string> };

/** Puts together what talks to the gateway. Nothing is sent or stored until something is asked of it. */
export function createChatService(
  view: Window & typeof globalThis,
  apiUrl: string,
  siteKey: string,
  options: Options,
  log: Log,
  listeners: Listeners,
): ChatService {
  const now = () => Date.now();
  const nonce = () => createNonce(view.crypto);
  const pageHash = () => hashPage(view.location.href, view.crypto);
  const store = createStore(siteKey, () => view.sessionStorage);
  // The page's fetch at the time of each call: pages replace it to watch their own traffic.
  const plain = createTransport(apiUrl, (input, init) => view.fetch(input, init), log);
  const transport = withProof(plain, listeners.solve);

  const keeper = createTokenKeeper({
    now,
    openSession: async (old) => openSession(transport, { siteKey, pageUrlHash: await pageHash(), nonce: nonce() }, old),
    load: () => store.read("token"),
    save: (held) => store.write("token", held),
    onToken(held) {
      log("token held until", new Date(Math.min(held.expiresAt, 8e15)).toISOString());
      listeners.onToken(held);
    },
  });
  if (options.useJWT) keeper.demandSession();

  const user = () => (keeper.isIdentified() ? userOf(keeper.held()?.token) : null);
  const history = createHistory(store, user);
  const citations = wantsCitations(options);
  const gateway = createGateway({ siteKey, citations, transport, keeper, pageHash });
  const conversation = createConversation({
    ...listeners,
    gateway,
    history,
    nonce,
    now,
    onSettled: () => share(),
  });

  const tabs = createTabs(view, siteKey, hear);

  function share() {
    const id = conversation.id();
    if (!id) return;
    const saved = history.entries().filter((one) => !one.waiting);
    tabs.tell({ kind: "state", id, user: user(), held: keeper.isIdentified() ? null : keeper.held(), saved });
  }

  function hear(word: Word) {
    if (word.kind === "logout") forget("everyone", true);
    else if (word.kind === "gone" && word.id === conversation.id()) conversation.reset();
    else if (word.kind === "hello") share();
    else if (word.kind === "state" && greeted && word.user === user()) {
      keeper.adopt(word.held);
      conversation.adopt(word.id, word.saved);
    }
  }

  // Nothing is taken over, and so nothing stored, before the visitor first opens the panel here.
  let greeted = false;

  function identify(identity: Identity) {
    const before = user();
    keeper.identify(identity);
    if (before !== null && before !== user()) conversation.reset();
  }
  if (options.jwt || options.onTokenRefresh) identify({ jwt: options.jwt, onTokenRefresh: options.onTokenRefresh });

  return {
    keeper,
    gateway,
    conversation,
    isKnown: () => history.conversationId() !== null || history.entries().length > 0,
    identify,
    forget,
    greet() {
      greeted = true;
      if (!conversation.id()) tabs.tell({ kind: "hello" });
    },
    erase() {
      const id = conversation.id();
      if (id) tabs.tell({ kind: "gone", id });
      conversation.reset();
    },
    end: tabs.close,
  };

  function forget(whom: "session" | "everyone", wasTold = false) {
    const held = keeper.held();
    if (held?.sessionId) {
      transport({ method: "DELETE", path: "/sessions/current", token: held.token }).catch(log);
    }
    keeper.clear(whom);
    conversation.reset();
    store.clear();
    if (whom === "everyone" && !wasTold) tabs.tell({ kind: "logout" });
  }
}
