import type { Conversation, Entry } from "../talk/conversation";
import type { Words } from "../words";
import { createComposer } from "./composer";
import { createConsentGate } from "./consent-gate";
import { createMenu } from "./menu";
import { createMessageList, type Intro } from "./message-list";
import { createPanel } from "./panel";

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
  intro(): Intro;
  isFullScreen(): boolean;
  close(): void;
  agree(): void;
}

/** Everything behind the launcher, built when it is first wanted. */
export function createChatView(world: ChatWorld): ChatView {
  const { document, words, conversation } = world;
  const send = (message: string) => conversation.send(message);
  const list = createMessageList({
    document,
    words,
    citations: world.citations,
    intro: world.intro,
    retry: () => {
      conversation.retry();
      composer.focus();
    },
    say: (sentence) => panel.say(sentence),
    ask: (question) => {
      send(question);
      composer.focus();
    },
  });
  const composer = createComposer(document, words, { send, stop: () => conversation.stop() });
  const menu = createMenu(document, words.menu, [
    [
      words.newConversation,
      () => {
        conversation.reset();
        composer.focus();
      },
    ],
  ]);
  const subtitle = world.citations ? words.subtitle : "";
  const parts = { title: world.title(), subtitle, menu, list: list.node, composer: composer.node };
  const panel = createPanel(document, words, parts, world.close);
  const gate = createConsentGate(document, words, world.agree);
  let asking = false;

  const view: ChatView = {
    node: panel.node,
    show: list.show,
    reset: () => list.reset(conversation.entries()),
    setBusy: composer.setBusy,
    refresh() {
      panel.setTitle(world.title());
      list.showIntro();
    },
    warn: panel.warn,
    say: panel.say,
    askConsent(next) {
      if (next !== asking) panel.cover(next ? gate : null);
      menu.hidden = next;
      asking = next;
    },
    open() {
      const { node } = panel;
      // Where it covers everything, what lies behind must be out of reach; the browser sees to that.
      if (!node.open) node[world.isFullScreen() ? "showModal" : "show"]();
      if (asking) gate.querySelector("button")?.focus();
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
  list.showIntro();
  view.reset();
  return view;
}
