// The chat behind the launcher: a part of its own, loaded when it is wanted.

import type { Chat, ChatWorld } from "./chat-world";
import { createConsoleSettings, introOf, titleOf } from "./console-settings";
import type { ConsentGate } from "./extra/consent";
import type { ExtraWorld } from "./extra/extra";
import type { Person } from "./extra/person";
import { createLater, type Desk, type Parts } from "./later";
import { wantsCitations } from "./options/wants-citations";
import { createReport } from "./report";
import { createChatService } from "./talk/chat-service";
import type { Entry } from "./talk/entry";
import answerStyles from "./view/answer.css";
import { type ChatView, createChatView } from "./view/chat-view";
import conversationStyles from "./view/conversation.css";
import { keepKeys } from "./view/keep-keys";
import { receive } from "./view/kit";
import panelStyles from "./view/panel.css";
import { dressPanel } from "./view/panel-look";
import { english } from "./words";

/** Makes the chat. Nothing is drawn, sent or stored until something is asked of it. */
export async function createChat(world: ChatWorld): Promise<Chat> {
  const { view, options, log, emitter, signal, root, look, launcher } = world;
  receive(world.kit);
  const later = await createLater(world.load, world.locale, options.strings);
  const { part } = later;
  const words = Object.assign(later.words(english), Object.assign(world.words, later.words(world.words)));
  launcher.setUnread(0);
  let chat: ChatView | undefined;
  let isActive = false;
  // A page that goes away takes its requests along; that is no failure, and what was asked waits for the next page.
  let isLeaving = false;
  let unsent: string[] | null = [];
  let unread = 0;
  let person: Person | undefined;
  let subtitle: string | undefined;
  let gate: ConsentGate | null = null;
  let mayTalk = true;

  const { report, diagnosis } = createReport(world, later, words, (sentence) => chat?.say(sentence));

  function onFinished(entry: Entry) {
    const { role, content, citations } = entry;
    chat?.announce(entry);
    if (!world.isOpen()) launcher.setUnread(++unread);
    emitter.emit("message", { role, content, citations });
  }

  const service = await createChatService(
    { ...world, later, citations: wantsCitations(options) },
    {
      mayTalk: () => mayTalk,
      isOnline: () => view.navigator.onLine && !isLeaving,
      onEntry: (entry) => chat?.show(entry),
      onReset: () => chat?.reset(),
      onBusy: (busy) => chat?.setBusy(busy),
      onFinished,
      onFailure: report,
      async onStatus(status) {
        if (/^[wp]/.test(status) && !person) {
          const found = await part("person").catch(trouble);
          person ??= found?.createPerson(extra, service.gateway, onFinished);
        }
        subtitle = person?.follow(conversation.status());
        chat?.refresh();
      },
    },
  );
  const { bearer, conversation } = service;

  const settings = createConsoleSettings(service.gateway.settings, report, (answer, warning) => {
    if (answer) {
      look.apply(answer);
      if (answer.demand === "session") bearer.keeper().then((tokens) => tokens.demandSession(), report);
      rememberLook();
    }
    gate?.refresh();
    chat?.refresh();
    chat?.warn(warning);
  });
  const features = () => settings.known()?.features ?? {};

  /** For the launchers of later pages, before they have asked. */
  function rememberLook() {
    if (isActive && settings.known()) service.store.write("look", settings.known());
  }

  /** What every part that is loaded later is given; the view's own ways to speak come with the view. */
  const extra = {
    ...world,
    ...service,
    words: later.words,
    features,
    report,
    act: (...asked) => service.gateway.act(conversation.id() ?? "", ...asked),
    settings,
  } satisfies Omit<ExtraWorld, "say" | "warn" | "cover"> as unknown as ExtraWorld;
  // Also where the page wants them: the tenant may have switched them off.
  const citations = () => wantsCitations(options) && features().citations !== false;

  // A page that asks for consent gets nothing else before that part is there.
  if (options.consent === "required" && !service.isKnown()) {
    mayTalk = false;
    gate = (await part("consent")).createConsentGate(extra, agree);
  }

  function agree() {
    mayTalk = true;
    activate();
    chat?.cover(null);
  }

  function prepare() {
    if (chat || signal.aborted) return;
    world.adopt(panelStyles + conversationStyles + answerStyles);
    dressPanel(view, look, options, signal);
    if (options.userColor || options.aiColor) part("bubbles").then((it) => it.tint(world), log);
    chat = createChatView({
      words,
      conversation,
      citations,
      title: () => titleOf(options, settings, words),
      subtitle: () => subtitle || (citations() ? words.subtitle : ""),
      intro: () => introOf(options, settings, words),
      features,
      isFullScreen: () => view.matchMedia("(max-width: 480px), (max-height: 480px)").matches,
      close: world.close,
      send,
      desk,
      clip,
      tables,
      judge(entry) {
        const { feedback, escalation } = features();
        return ((feedback || escalation) && judge()?.(entry)) || [];
      },
    });
    Object.assign(extra, chat);
    if (gate && !mayTalk) chat.cover(gate.node);
  }

  function build() {
    prepare();
    if (chat && !chat.node.isConnected) root.prepend(chat.node);
  }

  /** What a part makes, once it is there: all is drawn again with it. */
  function lately<Name extends keyof Parts, Made>(name: Name, make: (it: Parts[Name]) => Made): () => Made | undefined {
    let made: Made | undefined;
    let isAsked = false;
    return () => {
      if (!isAsked)
        part(name).then(
          (it) => {
            made = make(it);
            chat?.refresh();
          },
          () => {
            isAsked = false;
          },
        );
      isAsked = true;
      return made;
    };
  }

  const clip = lately("attach", (it) => it.createClip(extra));
  const tables = lately("table", (it) => it.createTables(world));
  const judge = lately("judge", (it) => it.createJudge(extra, desk));

  /** Does something to the conversation besides talking, by a part that is loaded for it. */
  const desk: Desk = (deed, ...about) => {
    chat?.warn("");
    return part("desk").then((it) => (it[deed] as (...all: unknown[]) => unknown)(extra, ...about), trouble);
  };

  async function trouble(thrown: unknown) {
    chat?.warn(await report(thrown));
  }

  /** The first moment at which something may be stored and sent. */
  function activate() {
    // The tenant's text for consent comes with the settings; a page that brings its own needs nothing sent before.
    if (mayTalk || !options.strings?.consentText) settings.load();
    if (isActive) bearer.known()?.watch();
    if (isActive || !mayTalk) return;
    isActive = true;
    rememberLook();
    service.begin().then(
      () => {
        // What was said meanwhile stands below what was said before.
        for (const message of unsent ?? []) conversation.send(message);
        unsent = null;
      },
      (thrown) => {
        isActive = false;
        return trouble(thrown);
      },
    );
  }

  function send(message: string) {
    if (unsent) unsent.push(message);
    else conversation.send(message);
  }

  keepKeys(root, world.close, signal);
  for (const name of ["pagehide", "pageshow", "online"]) {
    const resume = () => {
      isLeaving = name === "pagehide";
      // What could not be had without a connection is asked for again.
      if (name === "online" && world.isOpen()) activate();
      if (isActive) void conversation.resume();
    };
    view.addEventListener(name, resume, { signal });
  }

  return {
    prepare,
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
    identify: (identity) => void bearer.keeper().then((tokens) => tokens.introduce(identity), trouble),
    forget: service.forget,
    tokens: bearer.known,
    conversationId: conversation.id,
    diagnose: diagnosis,
    destroy() {
      service.end();
      chat = undefined;
    },
  };
}
