// A part of its own: what stands where the conversation will be until the visitor agrees.

import { button, element, receive } from "../view/kit";
import styles from "./consent.css";
import { consentEnglish } from "./consent-words";
import type { ExtraWorld } from "./extra";

export interface ConsentGate {
  node: HTMLElement;
  /** Asks in the tenant's own text, if there is one. */
  refresh(): void;
}

/**
 * Nothing is stored or sent before `agree` is called, and nobody can agree to a text that is still on its way.
 */
export function createConsentGate(
  { kit, words, adopt, options, settings }: ExtraWorld,
  agree: () => void,
): ConsentGate {
  receive(kit);
  /** Undefined while it is on its way, null where the tenant has none or the page brings its own. */
  const textOfTenant = () => {
    if (options.strings?.consentText) return null;
    return settings.isLoading() ? undefined : (settings.known()?.consentText ?? null);
  };
  adopt(styles);
  const said = words(consentEnglish);
  const text = element("p");
  const answer = button("primary", {}, () => textOfTenant() !== undefined && agree(), said.consentAgree);
  const node = element("div.consent", {}, element("div.welcome", { dir: "auto" }, kit.drawIcon("arch"), text), answer);
  const refresh = () => {
    const own = textOfTenant();
    text.textContent = own === undefined ? "…" : own || said.consentText;
    answer.setAttribute("aria-disabled", `${own === undefined}`);
  };
  refresh();
  return { node, refresh };
}
