import type { Words } from "../words";
import { button, drawIcon, element } from "./kit";

export interface Composer {
  node: HTMLElement;
  /** The field and the buttons beside it. */
  box: HTMLElement;
  focus(): void;
  setBusy(busy: boolean): void;
}

/** Well under the gateway's 64 KiB of JSON in any script. */
const LONGEST = 8000;

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line; one button that sends, or stops an answer. */
export function createComposer(words: Words, send: (message: string) => void, stop: () => void): Composer {
  const field = element("textarea", {
    rows: 1,
    enterkeyhint: "send",
    maxlength: LONGEST,
    placeholder: words.inputPlaceholder,
    "aria-label": words.inputLabel,
  });
  const action = button("send", {}, () => (busy ? stop() : submit()));
  const box = element("div.box", {}, field, action);
  const node = element("div.composer", {}, box, words.disclaimer && element("p.fine", {}, words.disclaimer));
  let busy = false;

  function submit() {
    const message = field.value.trim();
    if (!message || busy) return;
    field.value = "";
    grow();
    send(message);
  }

  /** As tall as its text, up to the limit in the stylesheet. */
  function grow() {
    // Where nothing is written yet, the words in its place read as the panel does.
    field.dir = field.style.height = field.value && "auto";
    if (field.value) field.style.height = `${field.scrollHeight}px`;
    action.setAttribute("aria-disabled", `${!busy && !field.value.trim()}`);
  }

  field.oninput = grow;
  field.onkeydown = (event) => {
    // While an input method composes a word, Enter chooses it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  box.onclick = (event) => event.target === box && field.focus();

  function setBusy(next: boolean) {
    busy = next;
    action.replaceChildren(drawIcon(busy ? "M7 7h10v10H7z" : "M12 19V5M6 11l6-6 6 6"));
    action.title = busy ? words.stop : words.send;
    action.setAttribute("aria-label", action.title);
    grow();
  }
  setBusy(false);
  return { node, box, focus: () => field.focus({ preventScroll: true }), setBusy };
}
