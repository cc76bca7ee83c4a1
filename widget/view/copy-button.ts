import { button, drawIcon, named } from "./kit";

const COPY = "M9 9h11v11H9zM15 9V4H4v11h5";

/** A button that copies `text` as it is at that moment, shows so for two seconds and tells `say`. */
export function createCopyButton(
  words: { copied: string; copyFailed: string },
  label: string,
  text: () => string,
  say: (sentence: string) => void,
): HTMLButtonElement {
  const node = button("tool", named(label), copy, drawIcon(COPY));

  async function copy() {
    try {
      // Missing on pages without https, refused in some frames.
      await navigator.clipboard.writeText(text());
      say(words.copied);
      node.textContent = "✓";
      setTimeout(() => node.replaceChildren(drawIcon(COPY)), 2000);
    } catch {
      say(words.copyFailed);
    }
  }
  return node;
}
