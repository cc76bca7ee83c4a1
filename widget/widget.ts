import { createDebugLog } from "./debug-log";
import { createEmitter, type EventName } from "./emitter";
import { type Options, wantsCitations } from "./options/options";
import { createChatService } from "./talk/chat-service";
import { type Diagnosis, diagnose } from "./talk/diagnosis";
import { type Failure, sentenceOf, toFailure } from "./talk/failure";
import { isLive, renewalTime } from "./talk/token-clock";
import type { Identity } from "./talk/token-keeper";
import { type ChatView, createChatView } from "./view/chat-view";
import { createStage } from "./view/stage";
import type { WidgetSettings } from "./wire";
import { chooseWords, directionOf } from "./words";

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
  isTokenValid(): boolean;
  /** When the token ends and which session it is; never the token itself. */
  getTokenData(): { sessionId: string | null; expiresAt: string | null } | null;
  getSessionId(): string | null;
  getConversationId(): string | null;
  on(event: EventName, listener: (detail: unknown) => void): () => void;
  diagnose(): Diagnosis;
  destroy(): void;
}

/** How often a token's age is looked at; well within the 5 minutes by which it is renewed early. */
const CHECK_EVERY_MS = 20_000;

/** Runs one widget in `host`. Draws the launcher at once; everything else waits until it is wanted. */
export function createWidget(
  view: Window & typeof globalThis,
  host: HTMLElement,
  siteKey: string,
  apiUrl: string,
  options: Options,
): Widget {
  const { document } = view;
  const log = createDebugLog(view.console, options.debug === true);
  const words = chooseWords(options.strings);
  const emitter = createEmitter(host);
  const ending = new AbortController();
  let settings: WidgetSettings | null = null;
  let loading: Promise<void> | null = null;
  let chat: ChatView | null = null;
  let lastFailure: Failure | null = null;
  let isOpen = false;
  let isActive = false;
  let isReady = false;
  // A page that goes away takes its requests along; that is no failure, and what was asked waits for the next page.
  let isLeaving = false;
  let unsent: string[] = [];
  let warning = "";
  let checking = 0;

  const service = createChatService(view, apiUrl, siteKey, options, log, {
    isOnline: () => view.navigator.onLine && !isLeaving,
    startingOver: () => words.startingOver,
    onEntry: (entry) => chat?.show(entry),
    onReset: () => chat?.reset(),
    onBusy: (busy) => chat?.setBusy(busy),
    onFinished(entry) {
      chat?.say(entry.content);
      emitter.emit("message", { role: entry.role, content: entry.content, citations: entry.citations });
    },
    onFailure: report,
    onToken(held) {
      emitter.emit("token", { sessionId: held.sessionId, expiresAt: held.expiresAt });
    },
  });
  const { keeper, conversation } = service;

  const stage = createStage(view, host, options, words, { toggle, intent: build, escape: close }, ending.signal);
  const locale = options.locale ?? (document.documentElement.lang || "en");
  stage.root.lang = locale;
  const { dir } = document.documentElement;
  stage.root.dir = options.locale || !dir ? directionOf(locale) : dir;

  let mayTalk = options.consent !== "required" || service.isKnown();

  function report(failure: Failure) {
    lastFailure = failure;
    const sentence = sentenceOf(failure, words);
    log("failure", diagnose(failure, apiUrl));
    chat?.say(sentence);
    emitter.emit("error", {
      code: failure.code,
      status: failure.status,
      message: sentence,
      requestId: failure.requestId,
    });
  }

  /** Asks for the console's settings, once; again only after it failed. */
  function load(): Promise<void> {
    loading ??= service.gateway
      .settings()
      .then((answer) => {
        settings = answer;
        if (answer.demand === "session") keeper.demandSession();
        stage.look.apply(answer);
        warning = "";
        chat?.refresh();
      })
      .catch((thrown: unknown) => {
        loading = null;
        const failure = toFailure(thrown);
        report(failure);
        // A refusal is said before a message is written; without a network the message itself will say so.
        warning = failure.status ? sentenceOf(failure, words) : "";
      })
      .then(() => chat?.warn(warning));
    return loading;
  }

  function build() {
    if (chat || ending.signal.aborted) return;
    stage.dress();
    chat = createChatView({
      document,
      words,
      conversation,
      citations: wantsCitations(options),
      title: () => options.title ?? (settings?.title || words.title),
      intro: () => ({
        text: options.showIntro === false ? null : (options.introText ?? (settings?.introText || words.introText)),
        questions: options.showIntro === false ? [] : (settings?.suggestedQuestions ?? []),
      }),
      isFullScreen: () => view.matchMedia("(max-width: 480px)").matches,
      close,
      agree() {
        mayTalk = true;
        chat?.askConsent(false);
        activate();
        chat?.open();
      },
    });
    chat.askConsent(!mayTalk);
    stage.root.prepend(chat.node);
    chat.warn(warning);
  }

  /** The first moment at which something may be stored and sent. */
  function activate() {
    if (!mayTalk) return;
    if (!settings) void load();
    void renewIfDue();
    if (isActive) return;
    isActive = true;
    checking = view.setInterval(renewIfDue, CHECK_EVERY_MS);
    // Whose conversation it is must be known before an earlier one is shown.
    const known = keeper.isIdentified() ? keeper.bearer().catch(() => null) : Promise.resolve(null);
    void known.then(() => conversation.restore());
    for (const message of unsent) conversation.send(message);
    unsent = [];
  }

  async function renewIfDue() {
    const held = keeper.held();
    if (!held || document.hidden || ending.signal.aborted || Date.now() < renewalTime(held)) return;
    try {
      await keeper.bearer();
    } catch (thrown) {
      report(toFailure(thrown));
    }
  }

  function open() {
    if (isOpen || ending.signal.aborted) return;
    isOpen = true;
    build();
    if (!chat) return;
    stage.launcher.setOpen(true);
    chat.open();
    activate();
    emitter.emit("open");
  }

  function close() {
    if (!isOpen || !chat) return;
    isOpen = false;
    stage.launcher.setOpen(false);
    if (chat.close()) stage.launcher.node.focus();
    emitter.emit("close");
  }

  function toggle() {
    if (isOpen) close();
    else open();
  }

  // --- the page around us ---

  let channel: BroadcastChannel | null = null;
  try {
    channel = new view.BroadcastChannel(`gatehouse:${siteKey}`);
    channel.onmessage = ({ data }) => data === "logout" && service.forget("everyone");
  } catch {
    // Blocked, as in some sandboxed frames: other tabs then keep their own counsel.
  }
  const { signal } = ending;
  document.addEventListener("visibilitychange", () => isActive && void renewIfDue(), { signal });
  for (const name of ["pagehide", "pageshow", "online"]) {
    const resume = () => {
      isLeaving = name === "pagehide";
      if (isActive) conversation.resume();
    };
    view.addEventListener(name, resume, { signal });
  }

  stage.mount(() => {
    log("running", { siteKey, apiUrl, identified: keeper.isIdentified(), useJWT: options.useJWT === true });
    queueMicrotask(() => {
      isReady = true;
      if (!ending.signal.aborted) emitter.emit("ready");
    });
    if (!mayTalk) return;
    const idle = view.requestIdleCallback ?? ((run: () => void) => view.setTimeout(run, 50));
    idle(() => !ending.signal.aborted && !settings && void load());
  });

  return {
    open,
    close,
    toggle,
    send(text) {
      const message = String(text ?? "").trim();
      if (!message || ending.signal.aborted) return;
      open();
      if (mayTalk) conversation.send(message);
      else unsent.push(message);
    },
    identify: (identity) => service.identify(identity),
    updateJwt: (jwt) => service.identify({ jwt }),
    logout() {
      service.forget("everyone");
      channel?.postMessage("logout");
    },
    clearSession: () => service.forget("session"),
    isTokenValid: () => isLive(keeper.held(), Date.now()),
    getTokenData() {
      const held = keeper.held();
      if (!held) return null;
      const expiresAt = Number.isFinite(held.expiresAt) ? new Date(held.expiresAt).toISOString() : null;
      return { sessionId: held.sessionId, expiresAt };
    },
    getSessionId: () => keeper.held()?.sessionId ?? null,
    getConversationId: () => conversation.id(),
    on(event, listener) {
      if (event === "ready" && isReady) queueMicrotask(() => listener({}));
      return emitter.on(event, listener);
    },
    diagnose: () => diagnose(lastFailure, apiUrl),
    destroy() {
      if (ending.signal.aborted) return;
      conversation.stop();
      emitter.emit("destroy");
      ending.abort();
      view.clearInterval(checking);
      channel?.close();
      chat = null;
    },
  };
}
