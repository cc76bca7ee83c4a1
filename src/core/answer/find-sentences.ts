// Which sentences of the found passages answer the question: weighs every one by the question's words in it.
import type { PassageHit } from "@/store/search-passages";
import { toTitleTerms, toUnits } from "./passage-words";
import { toAskedTerms, toTerms } from "./terms";

export interface Sentence {
  hit: PassageHit;
  /** Place of its passage among the hits, and its own in the passage. */
  rank: number;
  place: number;
  /** An exact span of the passage. */
  quote: string;
  /** Share of the question's weight that the sentence, its heading and its title hold, 0 to 1. */
  coverage: number;
  score: number;
  /** Its heading asks the question: nothing else needs to be said. */
  told: boolean;
}

/** What a question asks for, told from its first words, and how such an answer looks. */
const KINDS: { asked: RegExp; looks: RegExp }[] = [
  {
    asked:
      /^(?:and )?(?:when|how (?:long|soon|quickly|fast)|(?:in|on|since|until) (?:what|which) (?:year|day|date|month))\b|how many (?:days|weeks|hours|years)/i,
    looks:
      /\d|\b(?:day|week|month|hour|minute|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|daily|immediately|century)s?\b/i,
  },
  {
    asked:
      /\bhow (?:much|many|far|often|old|big|large|heavy|tall)\b|what (?:number|percent|percentage|price|cost|fee)\b/i,
    looks:
      /\d|\b(?:free|none|no|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half|several|unlimited)\b/i,
  },
  { asked: /^(?:and )?(?:who|whose|whom)\b/i, looks: /(?<!^)\b\p{Lu}\p{L}+|\bwe\b|\byou\b|\bteam\b/u },
  { asked: /^(?:and )?where\b/i, looks: /(?<!^)\b\p{Lu}\p{L}+|\b(?:at|in|on|under|from|to)\b/u },
  { asked: /^(?:and )?why\b/i, looks: /\b(?:because|since|due to|so that|therefore|reason|in order to)\b/i },
];

/** What the answer looks like rather than what it is about: "two weeks" answers "how long" without saying "long". */
const MANNER =
  /\b(?:how (?:long|soon|quickly|fast|far|often|old|big|large|heavy|tall|much|many)|what (?:time|day|date|year|number))\b/gi;

/** Asks for something to do: answered by a sentence that begins with it. */
const STEPS = /^(?:and )?how (?:do|can|could|should|would|to)\b/i;
const first = (terms: ReadonlySet<string>): string => terms.values().next().value ?? "";

/** The words that tell what a question is about; all of them, when nothing else is left. */
export function toSubject(question: string): Set<string> {
  const subject = toAskedTerms(question.replace(MANNER, " "));
  return new Set(subject.length > 0 ? subject : toAskedTerms(question));
}

/**
 * Whether a sentence that was found by the one word a question is about says something of it: measured as was asked, under
 * a heading of that word alone, or beginning with it. "Where is my order?" is not answered by whatever speaks of orders.
 */
export function isAboutIt(question: string, word: string, { hit, quote }: Sentence): boolean {
  const terms = toUnits(hit.text).find((unit) => unit.quote === quote)?.terms ?? new Set<string>();
  const heading = toTitleTerms(hit.headings.at(-1) ?? hit.title);
  if (heading.size === 1 && heading.has(word)) return true;
  const asksMeasure = KINDS.slice(0, 2).find(({ asked }) => asked.test(question.trim()));
  return terms.has(word) && (asksMeasure ? asksMeasure.looks.test(quote) : beginsWith(quote, word));
}

function beginsWith(quote: string, term: string): boolean {
  const [word = ""] = quote.replace(/^(?:the|an?|our|your|every|each|all)\s+/i, "").split(/\s/);
  return toTerms(word)[0] === term;
}

/** A sentence that begins like this means little without the one before it. */
export const LEANING = /^(?:it|they|this|that|these|those|he|she|but|however|then|otherwise|if not|both)\b/i;

/** Every sentence of the hits with its score, best first. */
export function weighSentences(question: string, hits: PassageHit[], previousQuestion = ""): Sentence[] {
  const now = new Set(toAskedTerms(question));
  const subject = toSubject(question);
  const asked = [...new Set([...now, ...toAskedTerms(previousQuestion)])];
  const kind = KINDS.find((candidate) => candidate.asked.test(question.trim()));
  const best = Math.max(0, ...hits.map(({ score }) => score)) || 1;
  const contexts = hits.map((hit) => toTitleTerms([hit.title, ...hit.headings].join(" ")));
  const split = hits.map((hit) => toUnits(hit.text));
  const weights = weighTerms(
    asked,
    split.flat().map(({ terms }) => terms),
  );
  // What the turn before asked about weighs a quarter, as in the search.
  for (const term of asked) if (!now.has(term)) weights.set(term, 0.25 * (weights.get(term) ?? 0));
  const sumOf = (terms: string[]) => terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) || 1;
  const total = sumOf(asked);
  const counted = asked.filter((term) => subject.has(term) || !now.has(term));
  const toCover = sumOf(counted);
  const sentences = hits.flatMap((hit, rank) => {
    const heading = toTitleTerms(hit.headings.at(-1) ?? hit.title);
    const asksIt = now.size > 1 && [...now].every((term) => heading.has(term));
    return (split[rank] ?? []).map(({ quote, terms }, place): Sentence => {
      let inside = asksIt ? (place === 0 ? 0.3 : 0.15) * total : 0;
      let covered = 0;
      for (const term of asked) {
        const weight = weights.get(term) ?? 0;
        // Its own heading says so, too: "Washing" over "Wash by hand", not a jumper that was washed in passing.
        if (terms.has(term)) inside += weight * (hit.headings.length > 0 && heading.has(term) ? 1.5 : 1);
        // Under a heading that asks the question, the first sentences answer it without repeating it.
        else if (heading.has(term)) inside += weight * (place === 0 ? 0.75 : place < 3 ? 0.55 : 0.35);
        else if (contexts[rank]?.has(term)) inside += weight * 0.3;
      }
      for (const term of counted) {
        if (terms.has(term) || contexts[rank]?.has(term)) covered += weights.get(term) ?? 0;
      }
      // "Wash by hand" tells how to wash, most of all under "Washing".
      const isStep = STEPS.test(question) && first(terms) === first(now);
      const isUnderIt = isStep && hit.headings.length > 0 && heading.has(first(now));
      const tells = isUnderIt ? 0.45 : isStep ? 0.25 : 0;
      const fits = kind?.looks.test(quote) ? 0.12 : tells;
      const short = terms.size < 3 ? 0.15 : 0;
      const score =
        inside / total +
        0.35 * (hit.score / best) +
        fits -
        short -
        (quote.trim().endsWith("?") ? 0.2 : 0) -
        (LEANING.test(quote) ? 0.08 : 0);
      return {
        hit,
        rank,
        place,
        quote,
        coverage: Math.max(covered / toCover, isUnderIt ? 0.75 : 0),
        score,
        told: isUnderIt || asksIt,
      };
    });
  });
  return sentences.sort((a, b) => b.score - a.score || a.rank - b.rank || a.place - b.place);
}

// A word that stands in few of the sentences tells more; one that stands in none counts like the rarest.
function weighTerms(asked: string[], sentences: ReadonlySet<string>[]): Map<string, number> {
  return new Map(
    asked.map((term) => {
      const holding = sentences.filter((terms) => terms.has(term)).length;
      return [term, Math.log(1 + (sentences.length + 0.5) / (holding + 0.5))];
    }),
  );
}
