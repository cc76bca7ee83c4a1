import type { Entry } from "../talk/entry";
import type { Words } from "../words";
import { button, element } from "./element";
import { icon } from "./icons";
import { createMessageView, type MessageView, type MessageWorld } from "./message-view";

export interface MessageList {
  node: HTMLElement;
  /** Draws one entry, new or changed. */
  show(entry: Entry): void;
  /** Draws everything anew; what stays keeps its nodes. */
  reset(entries: readonly Entry[]): void;
}

export interface Intro {
  /** Null hides it. */
  text: string | null;
  questions: readonly string[];
}

const NEAR_END_PX = 60;

/** The conversation's scrolling log. It follows an answer as it grows, unless the visitor has scrolled up to read. */
export function createMessageList(
  world: MessageWorld & { words: Words; intro(): Intro; ask(question: string): void },
): MessageList & { showIntro(): void } {
  const { document, words } = world;
  const views = new Map<Entry, MessageView>();
  const intro = element(document, "div.intro");
  const log = element(document, "div.log");
  const latest = button(
    document,
    "latest",
    { hidden: true, "aria-label": words.jumpToLatest },
    toLatest,
    icon(document, "down"),
  );
  // role=log would read every word of a growing answer aloud; the panel's status line announces finished ones.
  const scroller = element(
    document,
    "div.scroller",
    { role: "log", "aria-live": "off", "aria-label": words.conversationLabel, tabindex: 0 },
    intro,
    log,
  );
  const node = element(document, "div.list", {}, scroller, latest);
  let follows = true;

  const distance = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  scroller.addEventListener("scroll", () => {
    follows = distance() < NEAR_END_PX;
    latest.hidden = follows;
  });

  function toLatest() {
    follows = true;
    scroller.scrollTop = scroller.scrollHeight;
    latest.hidden = true;
  }

  function settle() {
    intro.hidden = views.size > 0;
    if (follows) toLatest();
    else latest.hidden = false;
  }

  function draw(entry: Entry) {
    let view = views.get(entry);
    if (!view) {
      view = createMessageView(world, entry);
      views.set(entry, view);
      log.append(view.node);
      if (entry.role === "user") follows = true;
    }
    view.show(entry);
  }

  function showIntro() {
    const { text, questions } = world.intro();
    const ask = questions.map((question) =>
      element(
        document,
        "li",
        {},
        button(document, "suggestion", { dir: "auto" }, () => world.ask(question), question),
      ),
    );
    intro.replaceChildren(
      ...(text
        ? [element(document, "div.welcome", { dir: "auto" }, icon(document, "arch"), element(document, "p", {}, text))]
        : []),
      ...(ask.length ? [element(document, "ul", { "aria-label": words.suggestionsLabel }, ...ask)] : []),
    );
    settle();
  }

  return {
    node,
    showIntro,
    show(entry) {
      draw(entry);
      settle();
    },
    reset(entries) {
      for (const [entry, view] of views) {
        if (entries.includes(entry)) continue;
        view.node.remove();
        views.delete(entry);
      }
      for (const entry of entries) {
        draw(entry);
        const view = views.get(entry);
        if (view) log.append(view.node);
      }
      settle();
    },
  };
}
