import type { ExtraWorld } from "../extra/extra";
import type { Desk } from "../later";
import type { Conversation } from "../talk/conversation";
import type { Entry } from "../talk/entry";
import type { AnswerWorld } from "./answer-tools";
import { createComposer } from "./composer";
import { button, drawIcon, element, named } from "./kit";
import { createMessageList, type Intro } from "./message-list";
import { createPanel } from "./panel";

export interface ChatView {
  show(entry: Entry): void;
  reset(): void;
  setBusy(busy: boolean): void;
  /** Title, intro or the tenant's switches changed. */
  refresh(): void;
  warn(sentence: string): void;
  say(sentence: string): void;
  /** Tells a screen reader what stands there now. */
  announce(entry: Entry): void;
  /** Puts something in place of the conversation, with the focus in it; null brings that back. */
  cover(node: HTMLElement | null): void;
  node: HTMLElement;
  /** Shows the panel, with the focus where the visitor can go on: the input, or what covers it. */
  open(): void;
  /** Whether the focus was inside. */
  close(): boolean;
}

export interface ChatViewWorld extends Omit<AnswerWorld, "say"> {
  conversation: Conversation;
  features: ExtraWorld["features"];
  desk: Desk;
  citations(): boolean;
  title(): string;
  /** Below the title: who answers. */
  subtitle(): string;
  intro(): Intro;
  isFullScreen(): boolean;
  close(): void;
  send(message: string): void;
  /** The button for files; nothing until that part is there, and then all is drawn again. */
  clip(): HTMLElement | undefined;
}

const MORE = "M5 11v2M12 11v2M19 11v2";

/** Everything behind the launcher, built when it is first wanted. */
export function createChatView(world: ChatViewWorld): ChatView {
  const { words, conversation, features } = world;
  const send = (message: string) => {
    world.send(message);
    composer.focus();
  };
  const say = (sentence: string) => panel.say(sentence);
  const list = createMessageList({
    ...world,
    say,
    retry(answer) {
      conversation.retry(answer);
      composer.focus();
    },
    ask: send,
  });
  const composer = createComposer(words, send, conversation.stop);
  const unfold = () => world.desk("showMenu", menu);
  const opener = button("tool", { "aria-expanded": false, ...named(words.menu) }, unfold, drawIcon(MORE));
  const menu = element("div.menu-anchor", {}, opener);
  const panel = createPanel(words, menu, [list.node, composer.node], world.close);
  const { node } = panel;
  let cover: HTMLElement | null = null;

  function focus() {
    if (cover) cover.querySelector<HTMLElement>("input, textarea, button")?.focus();
    // On a phone the keyboard would cover what there is to read; it comes when the visitor wants to write.
    else if (world.isFullScreen()) node.focus();
    else composer.focus();
  }

  /** The header and the composer, as the conversation now stands. */
  function settle() {
    panel.setTitle(world.title(), world.subtitle());
    const clip = features().uploads && world.clip();
    if (!clip) return;
    clip.hidden = !conversation.id();
    if (!clip.parentNode) composer.box.prepend(clip);
  }

  function reset() {
    list.reset(conversation.entries());
    settle();
  }

  function refresh() {
    settle();
    list.showIntro();
    // Switches arrive with the settings: what was drawn before them is drawn with them.
    for (const entry of conversation.entries()) list.show(entry);
  }

  refresh();
  reset();
  return {
    node,
    show: list.show,
    reset,
    refresh,
    setBusy(busy) {
      composer.setBusy(busy);
      settle();
    },
    warn: panel.warn,
    say,
    announce: (entry) => say(list.textOf(entry)),
    cover(next) {
      cover = next;
      panel.cover(cover);
      menu.hidden = cover !== null;
      focus();
    },
    open() {
      // Where it covers everything, what lies behind must be out of reach; the browser sees to that.
      if (!node.open) node[world.isFullScreen() ? "showModal" : "show"]();
      focus();
    },
    close() {
      const hadFocus = node.matches(":focus-within");
      node.close();
      return hadFocus;
    },
  };
}
