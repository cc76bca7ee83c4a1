import type { Words } from "../words";
import { button, element, named } from "./element";
import { icon } from "./icons";

export interface PanelParts {
  title: string;
  menu: HTMLElement;
  list: HTMLElement;
  composer: HTMLElement;
}

export interface Panel {
  node: HTMLDialogElement;
  /** Puts something in place of the conversation (the question for consent), or takes it away again. */
  cover(cover: HTMLElement | null): void;
  setTitle(title: string, subtitle: string): void;
  /** A sentence above the conversation that stays until it no longer holds; empty takes it away. */
  warn(sentence: string): void;
  /** Tells a screen reader, politely. */
  say(sentence: string): void;
}

/** The dialog: header, conversation, composer. */
export function createPanel(document: Document, words: Words, parts: PanelParts, close: () => void): Panel {
  const title = element(document, "h2", { id: "title", dir: "auto" }, parts.title);
  const subtitle = element(document, "p.fine");
  const header = element(
    document,
    "header",
    {},
    element(document, "span.badge", {}, icon(document, "arch")),
    element(document, "div.names", {}, title, subtitle),
    parts.menu,
    button(document, "tool", named(words.closeLabel), close, icon(document, "close")),
  );
  const warning = element(document, "p.warning");
  const status = element(document, "div.hidden", { role: "status" });
  const main = element(document, "div.main", {}, parts.list, parts.composer);
  const node = element(
    document,
    "dialog.panel",
    { "aria-labelledby": "title", "aria-label": words.title, tabindex: -1 },
    header,
    warning,
    main,
    status,
  );
  // The back gesture of a phone.
  node.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });

  return {
    node,
    cover(cover) {
      main.replaceChildren(...(cover ? [cover] : [parts.list, parts.composer]));
    },
    setTitle(next, below) {
      title.textContent = next;
      subtitle.textContent = below;
    },
    warn(sentence) {
      warning.textContent = sentence;
    },
    say(sentence) {
      status.textContent = sentence;
    },
  };
}
