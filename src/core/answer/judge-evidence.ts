// Does the best sentence answer the question, or does it only share its words? Signs that can be told without a model.
import { detectLanguage } from "@/store/detect-language";
import type { PassageHit } from "@/store/search-passages";
import { ANSWER_WEIGHTS } from "./answer-weights";
import { isAboutIt, type Sentence, toSubject, weighSentences } from "./find-sentences";
import { countOpposites } from "./opposites";
import { toTitleTerms, toUnits } from "./passage-words";
import { toAskedTerms, toTerms } from "./terms";
import { toTopicLines } from "./topic-lines";

export interface Weights {
  bias: number;
  signs: Record<string, number>;
}

/** What is looked at; 0 where there is nothing to see. */
export type Signs = Record<keyof (typeof ANSWER_WEIGHTS)["signs"], number>;

/** "What did X never do?" asks for another fact than "What did X do?"; "I can't sign in" only tells of trouble. */
const ASKS_A_FACT = /\b(?:what|which|who|whose|whom|where|when|how (?:many|much|long|old|far|often))\b/i;
const OWN_TROUBLE = /\b(?:i|i'm|i've|my|me|we|our|us)\b/i;
const DENIES =
  /\b(?:not|no|never|none|nobody|neither|nor|without|cannot|\p{L}+n['’]t|unable|fail(?:s|ed)? to|refus\p{L}*|den(?:y|ies|ied)|lacks?|except|other than|instead|rather than|non\p{L}+|un(?:related|known|like\p{L}*|important|able|common|popular|successful|available)|in(?:correct|valid)|least)\b/iu;

const MOST_READ = 5;
/** A question of fewer words is taken to have so many. */
const FEWEST_WORDS = 4;

export interface Evidence {
  /** Best first. */
  sentences: Sentence[];
  /** How likely the first one answers, 0 to 1; 0 for a question about something else. */
  confidence: number;
}

/** What the found passages, best first, have to say to a question. */
export function judgeEvidence(question: string, hits: PassageHit[], previousQuestion = ""): Evidence {
  const read = hits.slice(0, MOST_READ);
  if (Math.max(0, ...read.map(({ share }) => share)) < toTopicLines(hits).offTopic)
    return { sentences: [], confidence: 0 };
  const sentences = weighSentences(question, read, previousQuestion);
  const [best] = sentences;
  if (!best) return { sentences, confidence: 0 };
  // Of a few words each matters: without "surfboards", "Do you sell surfboards?" is answered with what is sold.
  const [word, ...others] = toSubject(question);
  if (others.length <= 2 && best.coverage <= 0.5) return { sentences, confidence: 0 };
  const isSentence = toWords(question).length > 2;
  if (word !== undefined && others.length === 0 && isSentence && !isAboutIt(question, word, best))
    return { sentences, confidence: 0 };
  return { sentences, confidence: toConfidence(readSigns(question, best)) };
}

/** The signs of one answer: `best`, found for `question`. */
export function readSigns(question: string, best: Sentence): Signs {
  const asked = [...new Set(toAskedTerms(question))];
  const units = toUnits(best.hit.text);
  const context = toTitleTerms([best.hit.title, ...best.hit.headings].join(" "));
  const inPassage = [...units.flatMap(({ terms }) => [...terms]), ...context];
  const names = toNames(question).filter((name) => asked.includes(name));
  const numbers = toNumbers(best.quote);
  const denied = ASKS_A_FACT.test(question) && !OWN_TROUBLE.test(question) && DENIES.test(question);
  return {
    // The share of a long question is lower though it is answered as well: fewer of its words are the source's.
    held: best.hit.share * Math.sqrt(Math.max(FEWEST_WORDS, asked.length)),
    namesMissing: names.filter((name) => !isAmong(name, inPassage)).length,
    numbersMissing: toNumbers(question).some((number) => !numbers.includes(number)) ? 1 : 0,
    opposites:
      countOpposites(toWords(question), new Set(toWords(best.quote))) +
      countOpposites(toWords(question), new Set(toWords(best.hit.text))),
    deniedAlone: denied && !DENIES.test(best.quote) ? 1 : 0,
  };
}

/** How likely the sentence answers, 0 to 1: a logistic sum of the signs, fitted as eval/README.md tells. */
export function toConfidence(signs: Signs, weights: Weights = ANSWER_WEIGHTS): number {
  const sum = Object.entries(weights.signs).reduce(
    (total, [sign, weight]) => total + weight * signs[sign as keyof Signs],
    weights.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

// "Norman" is near enough to "Normandy" and "establish" to "establishment".
function isAmong(term: string, terms: Iterable<string>): boolean {
  for (const other of terms) {
    if (other === term) return true;
    const shorter = Math.min(term.length, other.length);
    if (shorter >= 5 && term.slice(0, Math.max(5, shorter - 1)) === other.slice(0, Math.max(5, shorter - 1)))
      return true;
  }
  return false;
}

const toWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const toNumbers = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).map((number) => number.replace(/[,.]/g, ""));
/** In German every noun has a capital; names cannot be told from it. */
const NOUNS_HAVE_CAPITALS = "german";

// Capitals inside a sentence; none where they are no sign of a name, as in a Title That Is Written So.
function toNames(question: string): string[] {
  const names = question.match(/(?<=[\p{L}\p{N},'"’]\s+["']?)\p{Lu}[\p{L}\p{N}]*/gu) ?? [];
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (names.length > 2 && names.length > 0.6 * words.length) return [];
  return detectLanguage(question) === NOUNS_HAVE_CAPITALS ? [] : names.flatMap((name) => toTerms(name));
}
