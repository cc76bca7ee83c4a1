// A part of its own: what a failure means to the visitor in a sentence, and what mends it, for the developer.

import type { ChatWorld } from "../chat-world";
import { failureEnglish } from "../failure-words";
import type { Later } from "../later";
import type { Diagnosis } from "../trouble";
import { askPolicy } from "./policy";

const settings: [codes: RegExp, setting: string][] = [
  [/^network/, "the page's connect-src, option api-url"],
  [/^origin_|^https/, "Console → Origins"],
  [/^site_key/, "option site-key"],
  [/^token_expired/, "option onTokenRefresh"],
  [/^token_|^tenant_/, "Console → Keys & secrets"],
  [/^identity_|^rate_|^quota_|^challenge_/, "Console → Behaviour"],
];

/** Where the setting is that mends a failure of this code; empty where there is none. */
export const settingOf = (code: string): string => settings.find(([codes]) => codes.test(code))?.[1] ?? "";

type FailureWords = typeof failureEnglish;

// For codes that need no sentence of their own, and for answers that carry no problem of ours: a proxy's, say.
const others: Record<number, keyof FailureWords> = {
  401: "token_expired",
  403: "origin_not_allowed",
  404: "site_key_invalid",
  413: "too_large",
  429: "rate_limited",
};

/** The sentence a visitor reads for a failure; undefined where there is nothing better to say than that it failed. */
export function sentenceOf(
  { code, status }: Pick<Diagnosis, "code" | "status">,
  words: FailureWords,
): string | undefined {
  if (Object.hasOwn(failureEnglish, code)) return words[code as keyof FailureWords];
  // Neither is a matter of the domain.
  const by = /^chall/.test(code) ? 0 : /^(tenant|scope)/.test(code) ? 404 : status;
  return others[by] && words[others[by]];
}

/**
 * Adds to a diagnosis what mends it; gives the sentence for the visitor. Where the page itself may be in the way, the
 * tenant's console is told.
 */
export function mend(
  world: Pick<ChatWorld, "apiUrl" | "siteKey" | "view" | "log">,
  diagnosis: Diagnosis,
  words: Later["words"],
): string | undefined {
  diagnosis.setting = settingOf(diagnosis.code);
  world.log("failure", diagnosis);
  if (diagnosis.code === "network") askPolicy(world);
  return sentenceOf(diagnosis, words(failureEnglish));
}
