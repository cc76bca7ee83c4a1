import type { Words } from "../words";
import { button, element } from "./element";
import { icon } from "./icons";

/** Stands where the conversation will be until the visitor agrees; nothing is stored or sent before. */
export function createConsentGate(document: Document, words: Words, agree: () => void) {
  const text = element(document, "p", {}, words.consentText);
  const node = element(
    document,
    "div.consent",
    {},
    element(document, "div.welcome", { dir: "auto" }, icon(document, "arch"), text),
    button(document, "primary", {}, agree, words.consentAgree),
  );
  return {
    node,
    /** The tenant's own text. */
    setText(next: string) {
      text.textContent = next;
    },
  };
}
