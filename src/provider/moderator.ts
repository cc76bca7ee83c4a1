import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import type { Moderator } from "@/core/moderation/moderator";
import { type GuardedFetchOptions, openGuardedPost } from "./guarded-fetch";

const PATIENCE_MS = 1500;
/** Shorter ones are names and initials. */
const FEWEST_CHARACTERS = 3;
/** What may stand before or after an obscene word and leave it one. */
const BEGINNINGS = /(?<![\p{L}\p{N}])(?:mother|bull|dumb|jack|horse|dip)?$/iu;
const ENDINGS = /^(?:s|es|ed|er|ers|ing|head|heads|hole|holes)?$/;

/** The local list (obscenity's English one) and services that speak OpenAI's moderation format. */
export function openModerator(options: GuardedFetchOptions): Moderator {
  let matcher: RegExpMatcher | undefined;
  const post = openGuardedPost({ ...options, timeoutMilliseconds: PATIENCE_MS });
  return {
    isObscene(text) {
      matcher ??= new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
      if (!matcher.hasMatch(text)) return false;
      return matcher.getAllMatches(text).some(({ startIndex, endIndex }) => isWord(text, startIndex, endIndex + 1));
    },
    async ask({ url, model, apiKey }, text) {
      const headers: Record<string, string> = apiKey === null ? {} : { authorization: `Bearer ${apiKey}` };
      const { status, body } = await post(url, headers, JSON.stringify({ model, input: text }));
      if (status !== 200) throw new Error(`the service answers ${status}`);
      return flaggedBy(JSON.parse(new TextDecoder().decode(body)));
    },
  };
}

// The list finds its words inside others as well: in cockpit, in analizar, across the end of one word and the next. A
// customer who is refused for such a word is worse off than one who gets away with a hidden obscenity.
function isWord(text: string, start: number, end: number): boolean {
  if (/\s/.test(text.slice(start, end)) || [...text.slice(start, end)].length < FEWEST_CHARACTERS) return false;
  if (!BEGINNINGS.test(text.slice(Math.max(0, start - 20), start))) return false;
  const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].normalize("NFKC").toLowerCase() ?? "";
  return ENDINGS.test(withoutRepetition(rest, text.slice(start, end).normalize("NFKC").toLowerCase()));
}

/** "kk" after "fuuck" is still its k. */
function withoutRepetition(rest: string, word: string): string {
  const last = [...word].at(-1);
  const letters = [...rest];
  while (letters.length > 0 && letters[0] === last) letters.shift();
  return letters.join("");
}

function flaggedBy(answer: { results?: { flagged?: boolean; categories?: Record<string, boolean> }[] }): string[] {
  const [result] = answer.results ?? [];
  if (typeof result?.flagged !== "boolean") throw new Error("the service does not answer in the format of OpenAI");
  if (!result.flagged) return [];
  const named = Object.entries(result.categories ?? {}).flatMap(([name, flagged]) => (flagged ? [name] : []));
  return named.length > 0 ? named.slice(0, 50) : ["flagged"];
}
