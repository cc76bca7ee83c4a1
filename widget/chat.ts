// The chat behind the launcher: a part of its own, loaded when it is wanted.

import type { Log } from "./debug-log";
import type { Emitter } from "./emitter";
import { type LauncherWords, overlay } from "./labels";
import type { Chunk } from "./load-chunk";
import type { Options } from "./options/options";
import { wantsCitations } from "./options/wants-citations";
import { createChatService } from "./talk/chat-service";
import { type Diagnosis, diagnose } from "./talk/diagnosis";
import { type Failure, sentenceOf, toFailure } from "./talk/failure";
import { isLive, renewalTime } from "./talk/token-clock";
import type { Identity } from "./talk/token-keeper";
import { type ChatView, createChatView } from "./view/chat-view";
import { keepKeys } from "./view/keep-keys";
import type { Launcher } from "./view/launcher";
import type { Look } from "./view/look";
import panelStyles from "./view/panel.css";
import { dressPanel } from "./view/panel-look";
import type { WidgetSettings } from "./wire";
import { english } from "./words";

export interface ChatWorld {
  view: Window & typeof globalThis;
  options: Options;
  siteKey: string;
  apiUrl: string;
  locale: string;
  /** The launcher's words, which the chat knows in more languages. */
  words: LauncherWords;
  log: Log;
  emitter: Emitter;
  /** The end of the widget. */
  signal: AbortSignal;
  root: HTMLElement;
  look: Look;
  launcher: Launcher;
  adopt(css: string): void;
  load<Part>(chunk: Chunk): Promise<Part>;
  isOpen(): boolean;
  close(): void;
}

export interface Chat {
  /** Draws the panel, closed. */
  build(): void;
  open(): void;
  /** Whether the focus was inside. */
  close(): boolean;
  send(message: string): void;
  identify(identity: Identity): void;
  forget(whom: "session" | "everyone"): void;
  isTokenValid(): boolean;
  tokenData(): { sessionId: string | null; expiresAt: string | null } | null;
  conversationId(): string | null;
  diagnose(): Diagnosis;
  destroy(): void;
}

/** How often a token's age is looked at; well within the 5 minutes by which it is renewed early. */
const CHECK_EVERY_MS = 20_000;

/** Makes the chat. Nothing is drawn, sent or stored until something is asked of it. */
export async function createChat(world: ChatWorld): Promise<Chat> {
  const { view, options, siteKey, apiUrl, log, emitter, signal, root, look, launcher } = world;
  const { document } = view;
  const words = overlay(english, options.strings);
  Object.assign(world.words, words);
  launcher.setUnread(0);
  let settings: WidgetSettings | null = null;
  let loading: Promise<void> | null = null;
  let chat: ChatView | null = null;
  let lastFailure: Failure | null = null;
  let isActive = false;
  // A page that goes away takes its requests along; that is no failure, and what was asked waits for the next page.
  let isLeaving = false;
  const unsent: string[] = [];
  let warning = "";
  let unread = 0;
  let checking = 0;

  const service = createChatService(view, apiUrl, siteKey, options, log, {
    isOnline: () => view.navigator.onLine && !isLeaving,
    startingOver: () => words.startingOver,
    onEntry: (entry) => chat?.show(entry),
    onReset: () => chat?.reset(),
    onBusy: (busy) => chat?.setBusy(busy),
    onFinished(entry) {
      chat?.say(entry.content);
      if (!world.isOpen()) launcher.setUnread(++unread);
      emitter.emit("message", { role: entry.role, content: entry.content, citations: entry.citations });
    },
    onFailure: report,
    onToken(held) {
      emitter.emit("token", { sessionId: held.sessionId, expiresAt: held.expiresAt });
    },
  });
  const { keeper, conversation } = service;
  let mayTalk = options.consent !== "required" || service.isKnown();

  function report(failure: Failure) {
    lastFailure = failure;
    const sentence = sentenceOf(failure, words);
    log("failure", diagnose(failure, apiUrl));
    chat?.say(sentence);
    const { code, status, requestId } = failure;
    emitter.emit("error", { code, status, message: sentence, requestId });
  }

  /** Asks for the console's settings, once; again only after it failed. */
  function load(): Promise<void> {
    loading ??= service.gateway
      .settings()
      .then((answer) => {
        settings = answer;
        if (answer.demand === "session") keeper.demandSession();
        look.apply(answer);
        warning = "";
      })
      .catch((thrown: unknown) => {
        loading = null;
        const failure = toFailure(thrown);
        report(failure);
        // A refusal is said before a message is written; without a network the message itself will say so.
        warning = failure.status ? sentenceOf(failure, words) : "";
      })
      .then(() => {
        chat?.refresh();
        chat?.warn(warning);
      });
    return loading;
  }

  function build() {
    if (chat || signal.aborted) return;
    world.adopt(panelStyles);
    dressPanel(view, root, look, options, signal);
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
      close: world.close,
      agree() {
        mayTalk = true;
        chat?.askConsent(false);
        activate();
        chat?.open();
      },
    });
    chat.askConsent(!mayTalk);
    root.prepend(chat.node);
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
    for (const message of unsent.splice(0)) conversation.send(message);
  }

  async function renewIfDue() {
    const held = keeper.held();
    if (!held || document.hidden || signal.aborted || Date.now() < renewalTime(held)) return;
    await keeper.bearer().catch((thrown: unknown) => report(toFailure(thrown)));
  }

  // --- the page around us ---

  let channel: BroadcastChannel | null = null;
  try {
    channel = new view.BroadcastChannel(`gatehouse:${siteKey}`);
    channel.onmessage = ({ data }) => data === "logout" && service.forget("everyone");
  } catch {
    // Blocked, as in some sandboxed frames: other tabs then keep their own counsel.
  }
  keepKeys(root, world.close, signal);
  document.addEventListener("visibilitychange", () => isActive && void renewIfDue(), { signal });
  for (const name of ["pagehide", "pageshow", "online"]) {
    const resume = () => {
      isLeaving = name === "pagehide";
      if (isActive) conversation.resume();
    };
    view.addEventListener(name, resume, { signal });
  }

  return {
    build,
    open() {
      build();
      unread = 0;
      launcher.setUnread(unread);
      chat?.open();
      activate();
    },
    close: () => chat?.close() ?? false,
    send(message) {
      if (mayTalk) conversation.send(message);
      else unsent.push(message);
    },
    identify: service.identify,
    forget(whom) {
      service.forget(whom);
      if (whom === "everyone") channel?.postMessage("logout");
    },
    isTokenValid: () => isLive(keeper.held(), Date.now()),
    tokenData() {
      const held = keeper.held();
      if (!held) return null;
      const expiresAt = Number.isFinite(held.expiresAt) ? new Date(held.expiresAt).toISOString() : null;
      return { sessionId: held.sessionId, expiresAt };
    },
    conversationId: conversation.id,
    diagnose: () => diagnose(lastFailure, apiUrl),
    destroy() {
      conversation.stop();
      view.clearInterval(checking);
      channel?.close();
      chat = null;
    },
  };
}
