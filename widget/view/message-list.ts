import type { Entry } from "../talk/entry";
import { button, drawIcon, element } from "./kit";
import { createMessageView, type MessageView, type MessageWorld } from "./message-view";

export interface MessageList {
  node: HTMLElement;
  /** Draws one entry, new or changed. */
  show(entry: Entry): void;
  /** As it can be read now. */
  textOf(entry: Entry): string;
  /** Draws everything anew; what stays keeps its nodes. */
  reset(entries: readonly Entry[]): void;
}

export interface Intro {
  /** Nothing hides it. */
  text: string | undefined;
  questions: readonly string[];
}

const NEAR_END_PX = 60;

/** The conversation's scrolling log. It follows an answer as it grows, unless the visitor has scrolled up to read. */
export function createMessageList(
  world: MessageWorld & { intro(): Intro; ask(question: string): void },
): MessageList & { showIntro(): void } {
  const { words } = world;
  const views = new Map<Entry, MessageView>();
  const intro = element("div.intro");
  const log = element("div.log");
  const latest = button("latest", { hidden: true, "aria-label": words.jumpToLatest }, toLatest, drawIcon("down"));
  // role=log would read every word of a growing answer aloud; the panel's status line announces finished ones.
  const scroller = element(
    "div.scroller",
    { role: "log", "aria-live": "off", "aria-label": words.conversationLabel, tabindex: 0 },
    intro,
    log,
  );
  const node = element("div.list", {}, scroller, latest);
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
    return view;
  }

  function showIntro() {
    const { text, questions } = world.intro();
    const ask = questions.map((question) =>
      element(
        "li",
        {},
        button("suggestion", { dir: "auto" }, () => world.ask(question), question),
      ),
    );
    intro.replaceChildren(
      element(
        "div",
        {},
        text && element("div.welcome", { dir: "auto" }, drawIcon("arch"), element("p", {}, text)),
        ask[0] && element("ul", { "aria-label": words.suggestionsLabel }, ...ask),
      ),
    );
    settle();
  }

  return {
    node,
    showIntro,
    // biome-ignore lint/performance/useDomNodeTextContent: blocks are read apart, as they are seen
    textOf: (entry) => views.get(entry)?.text.innerText ?? "",
    show(entry) {
      draw(entry);
      settle();
    },
    reset(entries) {
      for (const entry of views.keys()) if (!entries.includes(entry)) views.delete(entry);
      log.replaceChildren(...entries.map((entry) => draw(entry).node));
      settle();
    },
  };
}
