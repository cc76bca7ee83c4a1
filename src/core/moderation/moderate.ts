// The chain a visitor's message passes: the tenant's words, the local list, then the provider where there is one.
import { toTexts } from "@/core/answer/answer-texts";
import { maskSecrets } from "@/core/answer/mask-secrets";
import type { Visitor } from "@/core/visitor/visitor";
import { moderationPlace } from "./settings";

/** Why a message was flagged, for the tenant's eyes; stored with the message. */
export interface Verdict {
  by: "words" | "local" | "provider";
  /** The word or the provider's categories; `unavailable` where a provider that must be asked did not answer. */
  found: string[];
}

/** What can be said without leaving the process. Null for a message that is fine. */
export function moderateHere({ configuration, product }: Visitor, text: string): Verdict | null {
  const { settings, findWord } = configuration.moderation;
  const word = findWord(text);
  if (word !== null) return { by: "words", found: [word] };
  return settings.local && product.moderator.isObscene(text) ? { by: "local", found: [] } : null;
}

/** Whether a message is also shown to a provider, which takes up to 1.5 s. */
export function asksProvider({ configuration }: Visitor): boolean {
  return configuration.moderation.settings.provider !== "none";
}

/** What the tenant's provider says; never throws. */
export async function moderateElsewhere(visitor: Visitor, text: string): Promise<Verdict | null> {
  const { configuration, product, tenantId } = visitor;
  const { url, model, sealedKey, onFailure } = configuration.moderation.settings;
  try {
    const apiKey = sealedKey === null ? null : product.vault.open(sealedKey, moderationPlace(tenantId));
    const found = await product.moderator.ask({ url, model, apiKey }, maskSecrets(text));
    return found.length > 0 ? { by: "provider", found } : null;
  } catch (error) {
    product.log.warn({ tenantId, error: String(error) }, "the moderation provider did not answer");
    return onFailure === "closed" ? { by: "provider", found: ["unavailable"] } : null;
  }
}

/** What a visitor is told instead of an answer, in the language of the question. */
export function toModeratedReply({ found }: Verdict, question: string): string {
  const texts = toTexts(question);
  return found[0] === "unavailable" ? texts.unchecked : texts.flagged;
}
