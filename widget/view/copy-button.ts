import type { Words } from "../words";
import { button, named } from "./element";
import { icon } from "./icons";

/** A button that copies `text` as it is at that moment, shows so for two seconds and tells `say`. */
export function createCopyButton(
  document: Document,
  words: Words,
  label: string,
  text: () => string,
  say: (sentence: string) => void,
): HTMLButtonElement {
  const node = button(document, "tool", named(label), copy, icon(document, "copy"));

  async function copy() {
    try {
      // Missing on pages without https, refused in some frames.
      await document.defaultView?.navigator.clipboard.writeText(text());
      say(words.copied);
      node.replaceChildren(icon(document, "check"));
      setTimeout(() => node.replaceChildren(icon(document, "copy")), 2000);
    } catch {
      say(words.copyFailed);
    }
  }
  return node;
}
