import type { Log } from "../debug-log";
import type { Options } from "../options/options";
import { wantsCitations } from "../options/wants-citations";
import { type Conversation, type ConversationWorld, createConversation } from "./conversation";
import { createGateway, type Gateway, openSession } from "./gateway";
import { createHistory } from "./history";
import { createNonce, hashPage } from "./nonce";
import { createStore } from "./store";
import { type HeldToken, userOf } from "./token-clock";
import { createTokenKeeper, type Identity, type TokenKeeper } from "./token-keeper";
import { createTransport } from "./transport";

export interface ChatService {
  keeper: TokenKeeper;
  gateway: Gateway;
  conversation: Conversation;
  /** Whether this tab holds a conversation already, and so whoever sees it has agreed to it. */
  isKnown(): boolean;
  identify(identity: Identity): void;
  /** Ends the session at the gateway and forgets it here; with `everyone`, the page's identity too. */
  forget(whom: "session" | "everyone"): void;
}

type Listeners = Pick<
  ConversationWorld,
  "isOnline" | "startingOver" | "onEntry" | "onReset" | "onBusy" | "onFinished" | "onFailure"
> & { onToken(held: HeldToken): void };

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
  const transport = createTransport(apiUrl, (input, init) => view.fetch(input, init), log);

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
  });

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
    forget(whom) {
      const held = keeper.held();
      if (held?.sessionId) {
        transport({ method: "DELETE", path: "/sessions/current", token: held.token }).catch(log);
      }
      keeper.clear(whom);
      conversation.reset();
      store.clear();
    },
  };
}
