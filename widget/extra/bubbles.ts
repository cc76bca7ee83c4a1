// A part of its own: bubbles in colours of the page's own.

import type { ChatWorld } from "../chat-world";
import styles from "./bubbles.css";

const userStyles = ".user .bubble{background:var(--gh-user);color:var(--gh-on-user)}";

/** Colours the visitor's bubbles, and draws some around answers, as the page wants them; the text on it stays readable. */
export function tint({ look, options, adopt }: Pick<ChatWorld, "look" | "options" | "adopt">): void {
  if (look.pair("user", options.userColor)) adopt(userStyles);
  if (look.pair("ai", options.aiColor)) adopt(styles);
}
