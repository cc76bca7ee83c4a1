import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import type { Moderator } from "@/core/moderation/moderator";
import { type GuardedFetchOptions, openGuardedPost } from "./guarded-fetch";

const PATIENCE_MS = 1500;

/** The local list (obscenity's English one) and services that speak OpenAI's moderation format. */
export function openModerator(options: GuardedFetchOptions): Moderator {
  let matcher: RegExpMatcher | undefined;
  const post = openGuardedPost({ ...options, timeoutMilliseconds: PATIENCE_MS });
  return {
    isObscene(text) {
      matcher ??= new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
      return matcher.hasMatch(text);
    },
    async ask({ url, model, apiKey }, text) {
      const headers: Record<string, string> = apiKey === null ? {} : { authorization: `Bearer ${apiKey}` };
      const { status, body } = await post(url, headers, JSON.stringify({ model, input: text }));
      if (status !== 200) throw new Error(`the service answers ${status}`);
      return flaggedBy(JSON.parse(new TextDecoder().decode(body)));
    },
  };
}

function flaggedBy(answer: { results?: { flagged?: boolean; categories?: Record<string, boolean> }[] }): string[] {
  const [result] = answer.results ?? [];
  if (typeof result?.flagged !== "boolean") throw new Error("the service does not answer in the format of OpenAI");
  if (!result.flagged) return [];
  const named = Object.entries(result.categories ?? {}).flatMap(([name, flagged]) => (flagged ? [name] : []));
  return named.length > 0 ? named.slice(0, 50) : ["flagged"];
}
