// The chat behind the launcher: a part of its own, loaded when it is wanted.

import type { Log } from "./debug-log";
import type { Emitter } from "./emitter";
import type { ExtraWorld } from "./extra/extra";
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

/** The list of what can be loaded later still, a part of its own. */
declare const PARTS: Chunk;

type PartName = "desk" | "attach" | "proof" | "de" | "fr" | "es" | "pt" | "ja" | "ar";

interface Strings {
  words: Record<string, string>;
}

/** The language of a locale, where it is one of those we speak besides English. */
const languageOf = (locale: string) =>
  (["de", "fr", "es", "pt", "ja", "ar"] as const).find((one) => locale.toLowerCase().split(/[-_]/)[0] === one);

/** How often a token's age is looked at; well within the 5 minutes by which it is renewed early. */
const CHECK_EVERY_MS = 20_000;

/** Makes the chat. Nothing is drawn, sent or stored until something is asked of it. */
export async function createChat(world: ChatWorld): Promise<Chat> {
  const { view, options, siteKey, apiUrl, log, emitter, signal, root, look, launcher } = world;
  const { document } = view;
  const fetchPart = async <Part>(name: PartName) => {
    const { parts } = await world.load<{ parts: Record<PartName, Chunk> }>(PARTS);
    return world.load<Part>(parts[name]);
  };
  const language = languageOf(world.locale);
  const strings = language && (await fetchPart<Strings>(language).catch(() => null));
  const wordsOf = <T extends object>(usual: T) => overlay(overlay(usual, strings?.words), options.strings);
  const words = wordsOf(english);
  Object.assign(world.words, words);
  launcher.setUnread(0);
  let settings: WidgetSettings | null = null;
  // Until the console has answered, or will not.
  let isLoading = true;
  let loading: Promise<void> | null = null;
  let chat: ChatView | null = null;
  let lastFailure: Failure | null = null;
  let isActive = false;
  let isRestored = false;
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
    onStatus: () => chat?.refresh(),
    async solve(challenge) {
      const part = await fetchPart<typeof import("./extra/proof")>("proof");
      return part.solve(challenge, signal);
    },
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
        isLoading = false;
        chat?.refresh();
        chat?.warn(warning);
      });
    return loading;
  }

  const introText = () => options.introText ?? (settings?.introText || words.introText);

  // --- what is done to a conversation besides talking, each by a part of its own ---

  const act: ExtraWorld["act"] = (method, tail, body) =>
    service.gateway.act(conversation.id() ?? "", method, tail, body);
  const sentence = (thrown: unknown) => sentenceOf(toFailure(thrown), words);
  const adopted = new Set<string>();
  const adopt = (css: string) => {
    if (!adopted.has(css)) world.adopt(css);
    adopted.add(css);
  };
  const extraWorld: ExtraWorld = {
    document,
    words: wordsOf,
    act,
    sentence,
    adopt,
    cover: (node) => chat?.cover(node),
  };

  function warn(next: string) {
    warning = next;
    chat?.warn(next);
    chat?.say(next);
  }

  function trouble(thrown: unknown) {
    report(toFailure(thrown));
    warn(sentence(thrown));
  }

  /** A part, or the sentence that there is no connection. */
  async function summon<Part>(name: PartName): Promise<Part | null> {
    warn("");
    return fetchPart<Part>(name).catch(() => {
      warn(words.network);
      return null;
    });
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
      // Blank rather than wrong while the console's word for it is on its way.
      title: () => options.title ?? (settings?.title || (isLoading ? "" : words.title)),
      subtitle() {
        const status = conversation.status();
        const said = { waiting: words.waitingForPerson, person: words.withPerson, closed: "", ai: "" }[status];
        return said || (wantsCitations(options) ? words.subtitle : "");
      },
      intro: () => ({
        text: isLoading || options.showIntro === false ? (options.introText ?? null) : introText(),
        questions: options.showIntro === false ? [] : (settings?.suggestedQuestions ?? []),
      }),
      consentText: () => settings?.consentText || words.consentText,
      features: () => settings?.features ?? {},
      isFullScreen: () => view.matchMedia("(max-width: 480px)").matches,
      close: world.close,
      send,
      agree() {
        mayTalk = true;
        chat?.askConsent(false);
        activate();
        chat?.open();
      },
      async rate(entry, value) {
        const before = entry.feedback;
        conversation.rate(entry, value);
        try {
          await act("POST", "/feedback", { messageId: entry.id, value });
          chat?.say(words.thanks);
        } catch (thrown) {
          conversation.rate(entry, before);
          trouble(thrown);
        }
      },
      async desk(kind) {
        const part = await summon<typeof import("./extra/desk")>("desk");
        part?.openDesk(kind, extraWorld, (said) => {
          const sentence = said || words.ended;
          if (kind === "escalate") conversation.setStatus("waiting");
          if (kind === "end") conversation.setStatus("closed");
          if (kind === "delete") service.erase();
          else conversation.note(sentence);
          chat?.say(sentence);
        });
      },
      async download() {
        const part = await summon<typeof import("./extra/desk")>("desk");
        await part?.download(extraWorld, words).catch(trouble);
      },
      async attach() {
        const part = await summon<typeof import("./extra/attach")>("attach");
        part?.attach(extraWorld, warn, (sentence) => conversation.note(sentence));
      },
    });
    chat.askConsent(!mayTalk);
    root.prepend(chat.node);
  }

  /** The first moment at which something may be stored and sent. */
  function activate() {
    // The tenant's text for consent comes with the settings; a page that brings its own needs nothing sent before.
    if (!settings && (mayTalk || !options.strings?.consentText)) void load();
    if (!mayTalk) return;
    void renewIfDue();
    if (isActive) return;
    isActive = true;
    checking = view.setInterval(renewIfDue, CHECK_EVERY_MS);
    // Whose conversation it is must be known before an earlier one is shown.
    const known = keeper.isIdentified() ? keeper.bearer().catch(() => null) : Promise.resolve(null);
    void known.then(() => {
      void conversation.restore();
      isRestored = true;
      service.greet();
      for (const message of unsent.splice(0)) conversation.send(message);
    });
  }

  /** Sends a message, once what was said before stands above it. */
  function send(message: string) {
    if (isRestored) conversation.send(message);
    else unsent.push(message);
  }

  async function renewIfDue() {
    const held = keeper.held();
    if (!held || document.hidden || signal.aborted || Date.now() < renewalTime(held)) return;
    await keeper.bearer().catch((thrown: unknown) => report(toFailure(thrown)));
  }

  // --- the page around us ---

  log("running", { siteKey, apiUrl, identified: keeper.isIdentified(), useJWT: options.useJWT === true });
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
    send,
    identify: service.identify,
    forget: (whom) => service.forget(whom),
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
      service.end();
      chat = null;
    },
  };
}
