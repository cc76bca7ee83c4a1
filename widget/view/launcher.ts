import type { Words } from "../words";
import { button } from "./element";
import { icon } from "./icons";

export interface Launcher {
  node: HTMLButtonElement;
  setOpen(open: boolean): void;
}

/** The button that is always there. `onIntent` fires when a pointer or the focus comes near, before any click. */
export function createLauncher(
  document: Document,
  words: Words,
  face: string | undefined,
  on: { toggle(): void; intent(): void },
): Launcher {
  const mark = face ? document.createElement("span") : icon(document, "arch");
  if (face) mark.textContent = face;
  const node = button(
    document,
    "launcher",
    { "aria-haspopup": "dialog", "aria-expanded": "false", "aria-label": words.openLabel },
    on.toggle,
    mark,
    icon(document, "down"),
  );
  node.addEventListener("pointerenter", on.intent, { once: true });
  node.addEventListener("focus", on.intent, { once: true });
  return {
    node,
    setOpen(open) {
      node.setAttribute("aria-expanded", String(open));
      node.setAttribute("aria-label", open ? words.closeLabel : words.openLabel);
    },
  };
}
