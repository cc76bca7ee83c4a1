import type { LauncherWords } from "../labels";
import { button, element } from "./element";
import { drawIcon } from "./icon";

export interface Launcher {
  node: HTMLButtonElement;
  setOpen(open: boolean): void;
  /** How many messages came while nobody looked; 0 takes the badge away. */
  setUnread(count: number): void;
  /** A sentence beside the button, aloud as well; empty takes it away. */
  notice(sentence: string): void;
}

/** The button that is always there. `onIntent` fires when a pointer or the focus comes near, before any click. */
export function createLauncher(
  words: LauncherWords,
  face: string | undefined,
  on: { toggle(): void; intent(): void },
): Launcher {
  const mark = face ? element("span", {}, face) : drawIcon("arch");
  const node = button("launcher", { "aria-haspopup": "dialog" }, on.toggle, mark);
  node.onpointerenter = node.onfocus = on.intent;
  const bubble = element("p.notice", { role: "alert" });
  let isOpen = false;
  let unread = 0;

  function name() {
    node.setAttribute("aria-expanded", `${isOpen}`);
    node.setAttribute("aria-label", isOpen ? words.closeLabel : words.openLabel + (unread ? ` (${unread})` : ""));
    if (unread) node.dataset.unread = `${unread}`;
    else delete node.dataset.unread;
  }

  name();
  return {
    node,
    setOpen(open) {
      isOpen = open;
      // Drawn when it is first seen: a page waits for the mark alone.
      if (!node.children[1]) node.append(drawIcon("down"));
      name();
    },
    setUnread(count) {
      unread = count;
      name();
    },
    notice(sentence) {
      bubble.textContent = sentence;
      if (sentence) node.before(bubble);
      else bubble.remove();
    },
  };
}
