// Which of Postgres's text search configurations a text is written for: told by its script, else by its small words.
import { FOREIGN_SCRIPTS, SMALL_WORDS } from "./languages";

/** A configuration of Postgres; `simple` where it has none, as for Chinese. */
export type Language =
  | (typeof FOREIGN_SCRIPTS)[number]["language"]
  | { [Key in keyof typeof SMALL_WORDS]: (typeof SMALL_WORDS)[Key]["language"] }[keyof typeof SMALL_WORDS];

const BEYOND_LATIN = /[^\0-\u024f\u2000-\u206f]/;
const MOST_READ = 4000;
/** So few words are judged by less evidence: a question has hardly more than three small ones. */
const SHORT = 30;

/**
 * The language of a text or question; null where nothing tells it, as in a list of names, or fewer small words than
 * `least` do.
 */
export function detectLanguage(text: string, least = 1): Language | null {
  const read = text.slice(0, MOST_READ);
  if (BEYOND_LATIN.test(read)) {
    const letters = read.match(/\p{L}/gu)?.length ?? 0;
    for (const { language, letter } of FOREIGN_SCRIPTS) {
      if ((read.match(letter)?.length ?? 0) > 0.3 * letters) return language;
    }
  }
  // Single letters are variables, units and initials as often as words.
  const words = read.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const votes = Object.values(SMALL_WORDS)
    .map(({ language, words: small }) => ({ language, found: words.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.found - a.found);
  const [first, second] = votes;
  if (!first || first.found < least || first.found === second?.found) return null;
  const sure = words.length <= SHORT || (first.found >= 3 && first.found > 0.15 * words.length);
  return sure ? first.language : null;
}

/** Tags of languages that are told by their script. */
const SCRIPT_TAGS: Record<string, Language> = {
  ar: "arabic",
  el: "greek",
  hi: "hindi",
  hy: "armenian",
  ru: "russian",
  ta: "tamil",
};

/** What a language tag such as `pt-BR` is written for; `simple` where Postgres knows no such language. */
export function toLanguageOf(tag: string): Language {
  const [primary = ""] = tag.toLowerCase().split("-");
  const known = Object.entries(SMALL_WORDS).find(([name]) => name === primary)?.[1].language;
  return known ?? SCRIPT_TAGS[primary] ?? "simple";
}

/** The small words of a language, which tell nothing about what a text is about; none where they are not known. */
export function smallWordsOf(language: Language | null): ReadonlySet<string> {
  return Object.values(SMALL_WORDS).find((known) => known.language === language)?.words ?? new Set();
}
