import type { Chat } from "./chat-world";
import { createDebugLog } from "./debug-log";
import { createEmitter, type EventName } from "./emitter";
import type { Identity } from "./extra/token-keeper";
import { directionOf, launcherEnglish, overlay } from "./labels";
import { type Chunk, loadChunk } from "./load-chunk";
import type { Options } from "./options/options";
import type { Diagnosis } from "./trouble";
import { contrast, textOn, toCss } from "./view/contrast";
import { button, element, named } from "./view/element";
import { drawIcon } from "./view/icon";
import { recallLook } from "./view/look";
import { createStage } from "./view/stage";

declare const PANEL: Chunk;

const HEALTHY: Diagnosis = { code: "", status: 0, cause: "", setting: "", link: "", requestId: "" };

/** What a page can do with the running widget. No method throws; after `destroy()` they do nothing. */
export interface Widget {
  open(): void;
  close(): void;
  toggle(): void;
  send(text: string): void;
  identify(identity: Identity): void;
  updateJwt(jwt: string): void;
  logout(): void;
  clearSession(): void;
  /** This and the next three know nothing until the chat's own part is there: at idle, or when it is wanted. */
  isTokenValid(): boolean;
  /** When the token ends and which session it is; never the token itself. */
  getTokenData(): { sessionId: string | null; expiresAt: string | null } | null;
  getSessionId(): string | null;
  getConversationId(): string | null;
  on(event: EventName, listener: (detail: unknown) => void): () => void;
  diagnose(): Diagnosis;
  destroy(): void;
}

/**
 * Runs one widget in `host`. Draws the launcher at once; the chat behind it comes from `base`, the script's own address,
 * when the browser is idle, a pointer comes near or somebody wants it. No request of the gateway before the first open.
 */
export function createWidget(
  view: Window & typeof globalThis,
  host: HTMLElement,
  siteKey: string,
  apiUrl: string,
  options: Options,
  base: string,
): Widget {
  const { document } = view;
  const log = createDebugLog(options.debug === true);
  const locale = options.locale ?? (document.documentElement.lang || "en");
  const words = overlay(launcherEnglish, options.strings);
  const emitter = createEmitter(host);
  const ending = new AbortController();
  const { signal } = ending;
  let chat: Chat | null = null;
  let isComing = false;
  const waiting: ((chat: Chat) => void)[] = [];
  let absence: Diagnosis | null = null;
  let isOpen = false;
  let isReady = false;

  const intent = () => when((chat) => chat.build());
  const stage = createStage(view, host, options, words, { toggle, intent }, signal);
  const { launcher, root } = stage;
  root.lang = locale;
  const { dir } = document.documentElement;
  root.dir = options.locale || !dir ? directionOf(locale) : dir;

  const docs = (code: string) => new URL(`/docs/errors/${code}`, base).href;
  const load = <Part>(chunk: Chunk) => loadChunk<Part>(document, base, chunk);
  const world = {
    ...stage,
    kit: { element, button, named, drawIcon, overlay, contrast, textOn, toCss },
    view,
    options,
    siteKey,
    apiUrl,
    locale,
    words,
    log,
    emitter,
    signal,
    docs,
    load,
  };

  const idle = view.requestIdleCallback ?? view.setTimeout;

  /** Fetches the chat, once; again only after it failed. */
  function summon() {
    if (isComing) return;
    isComing = true;
    load<typeof import("./chat")>(PANEL)
      .then((part) => part.createChat({ ...world, close, isOpen: () => isOpen }))
      .then((made) => {
        if (signal.aborted) return made.destroy();
        chat = made;
        absence = null;
        idle(made.prepare);
        for (const run of waiting.splice(0)) run(made);
      })
      .catch(miss);
  }

  function miss(thrown: unknown) {
    isComing = false;
    const setting = "the page's script-src";
    absence = { ...HEALTHY, code: "network", cause: `${thrown}`, setting, link: docs("network") };
    log("failure", absence);
    if (!isOpen || signal.aborted) return;
    close();
    launcher.notice(words.network);
    emitter.emit("error", { ...absence, message: words.network });
  }

  /** Runs something on the chat, as soon as there is one. */
  function when(run: (chat: Chat) => void) {
    if (signal.aborted) return;
    if (chat) return run(chat);
    waiting.push(run);
    summon();
  }

  function open() {
    if (isOpen || signal.aborted) return;
    isOpen = true;
    launcher.setOpen(true);
    launcher.notice("");
    when((chat) => isOpen && chat.open());
    emitter.emit("open");
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    launcher.setOpen(false);
    if (chat?.close()) launcher.node.focus();
    emitter.emit("close");
  }

  function toggle() {
    if (isOpen) close();
    else open();
  }

  const getTokenData = () => chat?.tokens()?.data() ?? null;

  stage.mount(recallLook(view, siteKey), () => {
    queueMicrotask(() => {
      isReady = true;
      if (!signal.aborted) emitter.emit("ready");
    });
    // Well after the frame that shows the launcher: the page has its own beginning to get through first.
    view.setTimeout(() => idle(() => signal.aborted || summon()), 300);
  });

  return {
    open,
    close,
    toggle,
    send(text) {
      const message = `${text ?? ""}`.trim();
      if (!message) return;
      open();
      when((chat) => chat.send(message));
    },
    identify: (identity) => when((chat) => chat.identify(identity)),
    updateJwt: (jwt) => when((chat) => chat.identify({ jwt })),
    logout: () => when((chat) => chat.forget("everyone")),
    clearSession: () => when((chat) => chat.forget("session")),
    isTokenValid: () => chat?.tokens()?.isValid() ?? false,
    getTokenData,
    getSessionId: () => getTokenData()?.sessionId ?? null,
    getConversationId: () => chat?.conversationId() ?? null,
    on(event, listener) {
      const end = emitter.on(event, listener);
      if (event === "ready" && isReady && typeof listener === "function") queueMicrotask(() => listener({}));
      return end;
    },
    diagnose: () => absence ?? chat?.diagnose() ?? { ...HEALTHY },
    destroy() {
      if (signal.aborted) return;
      chat?.destroy();
      emitter.emit("destroy");
      ending.abort();
      chat = null;
    },
  };
}
