// Whether a sentence of an answer is backed by the passages, and by which words of which: counted, not believed. Every word
// that carries meaning must be said by one sentence of a passage, or by the few that belong together; numbers with what
// they count, denials and directions must stand there as they are. A sentence of several clauses may be backed clause by clause.
import { type Claim, toClaim, toMissing } from "./claim";
import { countDenials, isOverstated, isTurned } from "./claim-turns";
import { isMiscounted, isSameQuantity } from "./quantities";
import { isSameWord } from "./same-words";
import { type Group, toGroups } from "./unit-groups";

/** A passage as evidence: `text` without what is none, `source` as it is stored. */
export interface Evidence {
  text: string;
  source: string;
  title: string;
  headings: readonly string[];
}

export interface Support {
  /** Place of the passage among the given ones. */
  passage: number;
  /** Stands word for word in the source. */
  quote: string;
}

const CLAUSE = /(?<=[,;:–—]\s)|(?<=[、。])|\s(?=(?:and|or|but|while|und|oder|aber|sowie|et|ou|mais|y|o|pero|e|mas)\s)/u;
const PART = /[,;:.!?。、]\s?|\s[–—-]\s|\s(?:and|or|but|however|und|oder|aber|et|ou|mais|y|o|pero|e|mas)\s/iu;

/**
 * The evidence for a sentence, of the passages it names first. Null where it, or a clause of it, has none. Clauses may have
 * theirs in different passages; each is told once.
 */
export function findSupport(
  sentence: string,
  evidence: readonly Evidence[],
  named: readonly number[] = [],
): Support[] | null {
  const places = [...named, ...evidence.keys()].filter((place, i, all) => all.indexOf(place) === i);
  const whole = findOne(sentence, evidence, places);
  if (whole) return [whole];
  const clauses = toClauses(sentence);
  if (clauses.length < 2) return null;
  const found: Support[] = [];
  for (const clause of clauses) {
    const support = findOne(clause, evidence, places);
    if (!support) return null;
    if (!found.some(({ passage }) => passage === support.passage)) found.push(support);
  }
  return found;
}

function findOne(sentence: string, evidence: readonly Evidence[], places: readonly number[]): Support | null {
  for (const passage of places) {
    const given = evidence[passage];
    const quote = given && findQuote(sentence, given);
    if (quote) return { passage, quote };
  }
  return null;
}

// A clause of one word claims nothing by itself: it belongs to the one before it.
function toClauses(sentence: string): string[] {
  const clauses: string[] = [];
  for (const piece of sentence.split(CLAUSE)) {
    const previous = clauses.at(-1);
    if (previous !== undefined && (toClaim(piece).words.length < 2 || toClaim(previous).words.length < 2))
      clauses[clauses.length - 1] = `${previous} ${piece.trim()}`;
    else clauses.push(piece.trim());
  }
  return clauses;
}

function findQuote(sentence: string, { text, source, title, headings }: Evidence): string | null {
  const claim = toClaim(sentence);
  if (claim.words.length + claim.light.length + claim.quantities.length === 0) return null;
  const around = toClaim([title, ...headings].join(". ")).words;
  for (const group of toGroups(text)) {
    if (!isBacked(claim, group, around)) continue;
    const quote = toQuote(group, source);
    if (quote) return quote;
  }
  return null;
}

function isBacked(claim: Claim, group: Group, around: readonly string[]): boolean {
  const isSaying = claim.saidFrom !== null;
  const known = group.claims.flatMap((one) => [
    ...(one.saidFrom === null || isSaying ? one.words : one.words.slice(0, one.saidFrom)),
    ...one.light,
  ]);
  const missing = toMissing(claim.words, known);
  // Its subject may stand in the title alone; what is said of it must be said here.
  if (toMissing(missing, around).length > 0 || missing.length > claim.words.length / 2) return false;
  const said = claim.words.length - missing.length + claim.quantities.length;
  const strange = toMissing(claim.light, [...known, ...around]).length;
  if (said === 0 || strange > Math.min(2, said)) return false;
  const text = group.claims.map((one) => one.text).join("\n");
  return (
    isCounted(claim, group) &&
    !isTurned(claim.text, text) &&
    !isOverstated(claim.text, text) &&
    isAsDenied(claim, group)
  );
}

// Every quantity stands in the sentence that says most of the rest, or where that one has none of its kind.
function isCounted(claim: Claim, { claims }: Group): boolean {
  const counted = claims.map((one) => claim.words.length - toMissing(claim.words, [...one.words, ...one.light]).length);
  const home = counted.indexOf(Math.max(...counted));
  return claim.quantities.every((quantity) => {
    const holds = claims.map(({ quantities }) => quantities.some((known) => isSameQuantity(quantity, known)));
    if (
      !holds.includes(true) ||
      isMiscounted(
        quantity,
        claims.flatMap((one) => one.quantities),
        isSameWord,
      )
    )
      return false;
    if (holds[home] || holds.some((held, i) => held && counted[i] === counted[home])) return true;
    return !claims[home]?.quantities.some(({ unit }) => unit?.kind === quantity.unit?.kind);
  });
}

// Each clause denies as often as the clauses of the source that say it.
function isAsDenied(claim: Claim, group: Group): boolean {
  const source = group.claims
    .flatMap((one) => one.text.split(PART))
    .filter((part) => toAll(part).length > 0 || countDenials(part) > 0);
  return claim.text
    .split(PART)
    .filter((part) => toAll(part).length > 0)
    .every((part) => isPartAsDenied(part, source));
}

const toAll = (text: string) => {
  const { words, light } = toClaim(text);
  return words.length > 0 ? words : light;
};

function isPartAsDenied(part: string, source: readonly string[]): boolean {
  const words = toAll(part);
  const denials = countDenials(part);
  let best = { held: -1, size: 0, isSame: false };
  for (let from = 0; from < source.length; from++)
    for (let size = 1; size <= source.length - from && size <= 6; size++) {
      const parts = source.slice(from, from + size);
      const held =
        words.length -
        toMissing(
          words,
          parts.flatMap((one) => [...toClaim(one).words, ...toClaim(one).light]),
        ).length;
      const isSame = parts.reduce((sum, one) => sum + countDenials(one), 0) === denials;
      if (
        held > best.held ||
        (held === best.held && (size < best.size || (size === best.size && isSame && !best.isSame)))
      )
        best = { held, size, isSame };
    }
  return best.isSame || (best.held <= 0 && denials === 0);
}

/** From the first to the last of the group, where the source has it in one piece; else the first alone. */
function toQuote({ quotes }: Group, source: string): string | null {
  const [first] = quotes;
  const last = quotes.at(-1);
  if (first === undefined || last === undefined) return null;
  const start = source.indexOf(first);
  const end = source.indexOf(last, start);
  if (start < 0) return null;
  if (end < 0 || end - start > 1500) return first;
  return source.slice(start, end + last.length);
}
