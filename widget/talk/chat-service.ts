import type { Log } from "../debug-log";
import type { Emitter } from "../emitter";
import type { Others } from "../extra/others";
import type { Later } from "../later";
import type { Options } from "../options/options";
import { type Bearer, createBearer } from "./bearer";
import { type Conversation, type ConversationWorld, createConversation } from "./conversation";
import { fromSaved } from "./entry";
import { toFailure } from "./failure";
import { createGateway, type Gateway } from "./gateway";
import { createHistory } from "./history";
import { createNonce, hashPage } from "./nonce";
import { createStore, type Store } from "./store";
import { createTabs } from "./tabs";
import { createTransport } from "./transport";

export interface ChatService {
  bearer: Bearer;
  gateway: Gateway;
  conversation: Conversation;
  store: Store;
  /** Whether this tab holds a conversation already, and so whoever sees it has agreed to it. */
  isKnown(): unknown;
  /** The visitor talks here from now on: shows what they said before, in this tab or in another. */
  begin(): Promise<void>;
  /** Forgets the conversation here and in the other tabs. */
  erase(): void;
  end(): void;
  /** Ends the session at the gateway and forgets it here; with `everyone`, the page's identity too. */
  forget(whom: "session" | "everyone"): void;
}

export interface ServiceWorld {
  view: Window & typeof globalThis;
  apiUrl: string;
  siteKey: string;
  options: Options;
  log: Log;
  emitter: Emitter;
  signal: AbortSignal;
  later: Later;
  citations: boolean;
}

type Listeners = Omit<
  ConversationWorld,
  "gateway" | "history" | "nonce" | "recall" | "onLost" | "onSettled" | "signal"
> & {
  /** Whether the visitor has agreed to be known, where that is asked. */
  mayTalk(): boolean;
};

/** Puts together what talks to the gateway. Nothing is sent or stored until something is asked of it. */
export async function createChatService(world: ServiceWorld, listeners: Listeners): Promise<ChatService> {
  const { view, siteKey, options } = world;
  const { part } = world.later;
  const recall = () => part("recall");
  const nonce = () => createNonce(view.crypto);
  const pageHash = () => hashPage(view.location.href, view.crypto);
  const store = createStore(siteKey, () => view.sessionStorage);
  // The page's fetch at the time of each call: pages replace it to watch their own traffic.
  const transport = createTransport(world.apiUrl, (input, init) => view.fetch(input, init), world.log);
  // Nothing is taken over, and so nothing stored, before the visitor first opens the panel here.
  let hasBegun = false;

  const bearer = createBearer(async () => {
    const { createTokens } = await part("tokens");
    const own = { part, transport, store, nonce, pageHash, conversation, tell };
    const tokens = createTokens({ ...world, ...listeners, ...own });
    if (hasBegun) tokens.watch();
    return tokens;
  });

  const user = () => bearer.known()?.user() ?? null;
  const history = createHistory(store, user);
  const gateway = createGateway({ ...world, ...listeners, transport, bearer, pageHash });
  const conversation: Conversation = createConversation({
    ...world,
    ...listeners,
    gateway,
    history,
    nonce,
    onSettled: () => others?.share(),
    onFailure(thrown) {
      // The visitor reads that refreshing the page helps: by then nothing that belongs to another origin may be left.
      if (toFailure(thrown).code === "origin_mismatch") {
        bearer.known()?.clear("session");
        conversation.remember(null);
      }
      return listeners.onFailure(thrown);
    },
    recall,
    async onLost(question) {
      const { startOver } = await recall();
      leave(true);
      startOver(conversation, question, world.later.words);
    },
  });

  // Most visitors have one tab: what tabs tell each other is loaded when another one speaks.
  let others: Others | undefined;
  const { tell, close } = createTabs(view, siteKey, async (word) => {
    const { createOthers } = await part("others");
    const forgetAll = () => forget("everyone", true);
    others ??= createOthers({ conversation, history, bearer, user, hasBegun: () => hasBegun, forget: forgetAll, tell });
    others.hear(word);
  });

  function leave(lost: boolean) {
    const id = conversation.id();
    if (id) tell({ kind: "gone", id, lost });
  }

  function forget(whom: "session" | "everyone", wasTold = false) {
    bearer.known()?.end(whom);
    conversation.reset();
    store.write("look", null);
    if (whom === "everyone" && !wasTold) tell({ kind: "logout" });
  }

  if (options.jwt || options.onTokenRefresh || options.useJWT || store.read("token")) await bearer.keeper();

  return {
    bearer,
    gateway,
    conversation,
    store,
    isKnown: () => history.conversationId() ?? history.entries()[0],
    forget,
    async begin() {
      hasBegun = true;
      // Whose conversation it is must be known before an earlier one is shown.
      await bearer.known()?.ready();
      const saved = history.entries();
      const id = conversation.id();
      if (saved.length || id) {
        conversation.replace([...saved.map(fromSaved), ...conversation.entries()]);
        conversation
          .resume()
          .then(recall)
          .then(({ catchUp }) => catchUp(conversation, gateway, id), world.log);
      }
      tell({ kind: "hello" });
    },
    erase() {
      leave(false);
      conversation.reset();
    },
    end: close,
  };
}
