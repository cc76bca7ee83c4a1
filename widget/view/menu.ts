import { button, element, named } from "./element";
import { icon } from "./icons";

/** A button that unfolds further buttons. Escape and leaving fold it up again; Escape and choosing bring focus back. */
export function createMenu(
  document: Document,
  label: string,
  items: readonly [label: string, run: () => void][],
): HTMLElement {
  const entries = items.map(([name, run]) =>
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
    ),
  );
  const list = element(document, "div.menu", { hidden: true }, ...entries);
  const opener = button(
    document,
    "tool",
    { "aria-expanded": false, ...named(label) },
    () => fold(!list.hidden),
    icon(document, "more"),
  );
  const node = element(document, "div.menu-anchor", {}, opener, list);

  function fold(folded: boolean) {
    list.hidden = folded;
    opener.setAttribute("aria-expanded", `${!folded}`);
  }

  node.addEventListener("keydown", (event) => {
    if (list.hidden || event.key !== "Escape") return;
    event.stopPropagation();
    fold(true);
    opener.focus();
  });
  node.addEventListener("focusout", ({ relatedTarget }) => {
    // Safari gives no focus to a clicked button: then nothing is known to have left.
    if (relatedTarget && !node.contains(relatedTarget as Node)) fold(true);
  });
  return node;
}
