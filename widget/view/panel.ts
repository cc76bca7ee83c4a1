import type { Words } from "../words";
import { button, drawIcon, element, named } from "./kit";

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

/** The dialog: header, then what the conversation is made of. */
export function createPanel(words: Words, menu: HTMLElement, content: HTMLElement[], close: () => void): Panel {
  const title = element("h2", { id: "title", dir: "auto" });
  const subtitle = element("p.fine");
  const header = element(
    "header",
    {},
    element("span.badge", {}, drawIcon("arch")),
    element("div.names", {}, title, subtitle),
    menu,
    button("tool", named(words.closeLabel), close, drawIcon("M6 6l12 12M18 6L6 18")),
  );
  const warning = element("p.warning");
  const status = element("div.hidden", { role: "status" });
  const main = element("div.main", {}, ...content);
  const node = element(
    "dialog.panel",
    { "aria-labelledby": "title", "aria-label": words.title, tabindex: -1 },
    header,
    warning,
    main,
    status,
  );
  // The back gesture of a phone.
  node.oncancel = (event) => {
    event.preventDefault();
    close();
  };

  return {
    node,
    cover: (cover) => main.replaceChildren(...(cover ? [cover] : content)),
    setTitle(next, below) {
      title.textContent = next;
      subtitle.textContent = below;
    },
    warn(sentence) {
      warning.textContent = sentence;
    },
    say(sentence) {
      // A node of its own, or the same sentence twice would be said once.
      status.replaceChildren(element("p", {}, sentence));
    },
  };
}
