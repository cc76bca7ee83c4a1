// The words of a question or sentence that carry its meaning, in one form each. Coarser than Postgres's stemmer, and
// used only to weigh the sentences of passages that Postgres has found.
import { detectLanguage, smallWordsOf } from "@/store/detect-language";

/** Small words of English. */
export const STOP = new Set(
  `a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't
  cannot could couldn't did didn't do does doesn't doing don't down during each few for from further get got had has have having he
  her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let's me more most my myself no nor not
  of off on once only or other our ours out over own please same she should so some such tell than that that's the their theirs them
  then there these they this those through to too under until up us very was we were what what's when where which while who whom
  whose why will with much many something anything everything nothing thing things someone anyone
  policy policies info information detail details won't would you you'd you'll you're your yours`.split(/\s+/),
);

/** A run of letters whose words nothing parts, found by its pairs as in the search. */
const UNPARTED = /^[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}ー]{2,}$/u;
const RUNS =
  /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}ー]+|[\p{L}\p{N}\p{M}]+(?:'[\p{L}]+)?/gu;

/** The meaningful words, stemmed, in order; a text of stop words only keeps them all. */
export function toTerms(text: string): string[] {
  const words = text.normalize("NFKC").toLowerCase().replace(/’/g, "'").match(RUNS) ?? [];
  const meaningful = words.filter((word) => !STOP.has(word));
  return (meaningful.length > 0 ? meaningful : words).flatMap((word) =>
    UNPARTED.test(word) ? toPairs(word) : [toStem(word)],
  );
}

/** The terms of a question: without the small words of its language, in which a sentence need not share them. */
export function toAskedTerms(question: string): string[] {
  const language = detectLanguage(question);
  if (language === null || language === "english") return toTerms(question);
  const small = smallWordsOf(language);
  const words = question.normalize("NFKC").split(/[^\p{L}\p{N}\p{M}]+/u);
  return toTerms(words.filter((word) => !small.has(word.toLowerCase())).join(" ") || question);
}

function toPairs(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

/** Forms of words that were asked for; the same ones come again and again. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

/** The form of a word in lower case that it shares with its inflections. */
export function toStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stem = stemOf(word);
  stems.set(word, stem);
  return stem;
}

function stemOf(word: string): string {
  // Arabic writes its article, "and" and "to" at the front of the word.
  let stem = word.replace(/'s?$/, "").replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/, "");
  if (stem.length > 3) {
    stem = stem
      .replace(/ies$/, "y")
      .replace(/(ss|sh|ch|x|z)es$/, "$1")
      .replace(/([^suo])s$/, "$1")
      .replace(/(?<=[aeiouy].*[^e])(?:ing|ed)$/, "")
      .replace(/(?<=.{3})(?:ly|ment|ation)$/, "")
      .replace(/(.)\1$/, (pair, letter: string) => (/[lsz]/.test(letter) ? pair : letter))
      .replace(/(?<=.{3})e$/, "")
      .replace(/(?<=.{3})i$/, "y");
  }
  return stem;
}
