import type { Words } from "../words";
import { button, element, named } from "./element";
import { icon } from "./icons";

export interface Composer {
  node: HTMLElement;
  focus(): void;
  setBusy(busy: boolean): void;
  /** Whether a file can be sent now. */
  setAttach(on: boolean): void;
}

/** Well under the gateway's 64 KiB of JSON in any script. */
const LONGEST = 8000;

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line; one button that sends, or stops an answer. */
export function createComposer(
  document: Document,
  words: Words,
  on: { send(message: string): void; stop(): void; attach(): void },
): Composer {
  const field = element(document, "textarea", {
    rows: 1,
    dir: "auto",
    maxlength: LONGEST,
    placeholder: words.inputPlaceholder,
    "aria-label": words.inputLabel,
    enterkeyhint: "send",
  });
  const action = button(document, "send", {}, () => (busy ? on.stop() : submit()));
  const clip = button(document, "tool", named(words.attach), on.attach, icon(document, "clip"));
  const box = element(document, "div.box", {}, clip, field, action);
  clip.hidden = true;
  const fine = words.disclaimer && element(document, "p.fine", {}, words.disclaimer);
  const node = element(document, "div.composer", {}, box, fine);
  let busy = false;

  function submit() {
    const message = field.value.trim();
    if (!message || busy) return;
    field.value = "";
    grow();
    on.send(message);
    field.focus();
  }

  /** As tall as its text, up to the limit in the stylesheet. */
  function grow() {
    field.style.height = "auto";
    if (field.value) field.style.height = `${field.scrollHeight}px`;
    else field.style.removeProperty("height");
    action.setAttribute("aria-disabled", String(!busy && !field.value.trim()));
  }

  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    // While an input method composes a word, Enter chooses it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });
  box.addEventListener("click", (event) => event.target === box && field.focus());

  function setBusy(next: boolean) {
    busy = next;
    action.replaceChildren(icon(document, busy ? "stop" : "send"));
    action.setAttribute("aria-label", busy ? words.stop : words.send);
    action.title = busy ? words.stop : words.send;
    grow();
  }
  setBusy(false);
  return {
    node,
    focus: () => field.focus({ preventScroll: true }),
    setBusy,
    setAttach(on) {
      clip.hidden = !on;
    },
  };
}
