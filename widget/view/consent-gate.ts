import type { Words } from "../words";
import { button, element } from "./element";
import { icon } from "./icons";

/** Stands where the conversation will be until the visitor agrees; nothing is stored or sent before. */
export function createConsentGate(document: Document, words: Words, agree: () => void): HTMLElement {
  return element(
    document,
    "div.consent",
    {},
    element(
      document,
      "div.welcome",
      { dir: "auto" },
      icon(document, "arch"),
      element(document, "p", {}, words.consentText),
    ),
    button(document, "primary", {}, agree, words.consentAgree),
  );
}
