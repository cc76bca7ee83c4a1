import type { DeskKind } from "../extra/desk";
import type { Conversation } from "../talk/conversation";
import type { Entry } from "../talk/entry";
import type { WidgetSettings } from "../wire";
import type { Words } from "../words";
import { createComposer } from "./composer";
import { createConsentGate } from "./consent-gate";
import { createMenu, type MenuItem } from "./menu";
import { createMessageList, type Intro } from "./message-list";
import { createPanel } from "./panel";

type Features = NonNullable<WidgetSettings["features"]>;

export interface ChatView {
  show(entry: Entry): void;
  reset(): void;
  setBusy(busy: boolean): void;
  /** Title and intro changed. */
  refresh(): void;
  warn(sentence: string): void;
  say(sentence: string): void;
  /** Asks for consent in place of the conversation, until told otherwise. */
  askConsent(asking: boolean): void;
  /** Puts a form in place of the conversation; null brings that back. */
  cover(node: HTMLElement | null): void;
  node: HTMLElement;
  /** Shows the panel, with the focus where the visitor can go on: the input, or what covers it. */
  open(): void;
  /** Whether the focus was inside. */
  close(): boolean;
}

export interface ChatWorld {
  document: Document;
  words: Words;
  conversation: Conversation;
  citations: boolean;
  title(): string;
  /** Below the title: who answers. */
  subtitle(): string;
  intro(): Intro;
  consentText(): string;
  features(): Features;
  isFullScreen(): boolean;
  close(): void;
  send(message: string): void;
  agree(): void;
  rate(entry: Entry, value: "positive" | "negative"): Promise<void>;
  /** What is done to the conversation by a part that is loaded for it. */
  desk(kind: DeskKind): void;
  download(): void;
  attach(): void;
}

/** Everything behind the launcher, built when it is first wanted. */
export function createChatView(world: ChatWorld): ChatView {
  const { document, words, conversation, send } = world;
  const list = createMessageList({
    document,
    words,
    citations: world.citations,
    intro: world.intro,
    retry: () => {
      conversation.retry();
      composer.focus();
    },
    get rate() {
      return world.features().feedback ? world.rate : null;
    },
    get escalate() {
      return canEscalate() ? () => world.desk("escalate") : null;
    },
    say: (sentence) => panel.say(sentence),
    ask: (question) => {
      send(question);
      composer.focus();
    },
  });
  const composer = createComposer(document, words, {
    send,
    stop: () => conversation.stop(),
    attach: world.attach,
  });
  const canEscalate = () => world.features().escalation && conversation.id() !== null && conversation.status() === "ai";

  /** Only what can be done now. */
  function items(): MenuItem[] {
    const begun = conversation.id() !== null;
    const found: [unknown, ...MenuItem][] = [
      [canEscalate(), words.talkToPerson, () => world.desk("escalate")],
      [begun, words.download, world.download],
      [begun && conversation.status() !== "closed", words.endConversation, () => world.desk("end")],
      [begun, words.deleteConversation, () => world.desk("delete")],
      [true, words.newConversation, startOver],
    ];
    return found.filter(([can]) => can).map(([, ...item]) => item);
  }

  function startOver() {
    conversation.reset();
    composer.focus();
  }

  const menu = createMenu(document, words.menu, items);
  const parts = { title: "", menu, list: list.node, composer: composer.node };
  const panel = createPanel(document, words, parts, world.close);
  const gate = createConsentGate(document, words, world.agree);
  let asking = false;

  const view: ChatView = {
    node: panel.node,
    show: list.show,
    reset: () => {
      list.reset(conversation.entries());
      settle();
    },
    setBusy(busy) {
      composer.setBusy(busy);
      settle();
    },
    refresh() {
      settle();
      list.showIntro();
      gate.setText(world.consentText());
      // Switches arrive with the settings: what was drawn before them is drawn with them.
      for (const entry of conversation.entries()) list.show(entry);
    },
    warn: panel.warn,
    say: panel.say,
    askConsent(next) {
      if (next !== asking) panel.cover(next ? gate.node : null);
      menu.hidden = next;
      asking = next;
    },
    cover(node) {
      panel.cover(node);
      if (node) node.querySelector<HTMLElement>("input, textarea, button")?.focus();
      else composer.focus();
    },
    open() {
      const { node } = panel;
      // Where it covers everything, what lies behind must be out of reach; the browser sees to that.
      if (!node.open) node[world.isFullScreen() ? "showModal" : "show"]();
      if (asking) gate.node.querySelector("button")?.focus();
      // On a phone the keyboard would cover what there is to read; it comes when the visitor wants to write.
      else if (world.isFullScreen()) node.focus();
      else composer.focus();
    },
    close() {
      const hadFocus = panel.node.matches(":focus-within");
      panel.node.close();
      return hadFocus;
    },
  };

  /** The header and the composer, as the conversation now stands. */
  function settle() {
    panel.setTitle(world.title(), world.subtitle());
    composer.setAttach(Boolean(world.features().uploads) && conversation.id() !== null);
  }

  view.refresh();
  view.reset();
  return view;
}
