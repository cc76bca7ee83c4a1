import { button, element, named } from "./element";
import { icon } from "./icons";

export type MenuItem = [label: string, run: () => void];

/** A button that unfolds further buttons. Escape and leaving fold it up again; Escape and choosing bring focus back. */
export function createMenu(document: Document, label: string, items: () => readonly MenuItem[]): HTMLElement {
  const list = element(document, "div.menu", { hidden: true });
  const draw = ([name, run]: MenuItem) =>
    button(
      document,
      "quiet",
      {},
      () => {
        fold(true);
        opener.focus();
        run();
      },
      name,
    );
  const opener = button(
    document,
    "tool",
    { "aria-expanded": false, ...named(label) },
    () => fold(!list.hidden),
    icon(document, "more"),
  );
  const node = element(document, "div.menu-anchor", {}, opener, list);

  function fold(folded: boolean) {
    // What can be done differs from one moment to the next.
    if (!folded) list.replaceChildren(...items().map(draw));
    list.hidden = folded;
    opener.setAttribute("aria-expanded", `${!folded}`);
  }

  node.addEventListener("keydown", (event) => {
    if (list.hidden || event.key !== "Escape") return;
    event.stopPropagation();
    // Or a panel that covers the page would take it for its own.
    event.preventDefault();
    fold(true);
    opener.focus();
  });
  node.addEventListener("focusout", ({ relatedTarget }) => {
    // Safari gives no focus to a clicked button: then nothing is known to have left.
    if (relatedTarget && !node.contains(relatedTarget as Node)) fold(true);
  });
  return node;
}
