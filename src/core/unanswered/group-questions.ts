// Questions in other words, put together. Pure.
import { toAskedTerms } from "@/core/answer/terms";

/** Questions that are the same but for their small words, their order and the form of their words. */
export interface SameWords<Question> {
  /** The words that carry their meaning, in one form each, in order: names them. */
  words: string;
  questions: Question[];
}

/** Of two texts one of which says more: how much of it the other one has. */
const ENOUGH_WITHIN = 0.6;
/** Of two texts each of which says something else: what they have in common of all they say. "To Spain" is not "to Norway". */
const ENOUGH_BESIDE = 0.75;

/** By their words, without the small words of the language that each is asked in; what has none is left out. */
export function toSameWords<Question>(
  asked: Question[],
  toText: (question: Question) => string,
): SameWords<Question>[] {
  const byWords = new Map<string, Question[]>();
  for (const question of asked) {
    const words = [...new Set(toAskedTerms(toText(question)))].sort().join(" ");
    if (words === "") continue;
    const same = byWords.get(words);
    if (same) same.push(question);
    else byWords.set(words, [question]);
  }
  return [...byWords].map(([words, questions]) => ({ words, questions }));
}

/**
 * Puts together what says nearly the same, around what is asked most: the first of each group names it. The same questions
 * in whatever order make the same groups.
 */
export function groupQuestions<Question>(asked: SameWords<Question>[]): SameWords<Question>[][] {
  const ordered = asked.toSorted(
    (a, b) => b.questions.length - a.questions.length || (a.words < b.words ? -1 : a.words > b.words ? 1 : 0),
  );
  const groups: { terms: Set<string>; members: SameWords<Question>[] }[] = [];
  /** Groups by the words of their first: what shares none with a question is not looked at. */
  const byTerm = new Map<string, number[]>();
  for (const one of ordered) {
    const terms = new Set(one.words.split(" "));
    const shared = new Map<number, number>();
    for (const term of terms) for (const at of byTerm.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const near = [...shared].find(([at, common]) => isNear(terms.size, groups[at]?.terms.size ?? 0, common));
    if (near) {
      groups[near[0]]?.members.push(one);
      continue;
    }
    for (const term of terms) {
      const known = byTerm.get(term);
      if (known) known.push(groups.length);
      else byTerm.set(term, [groups.length]);
    }
    groups.push({ terms, members: [one] });
  }
  return groups.map(({ members }) => members);
}

function isNear(a: number, b: number, common: number): boolean {
  const [less, more] = a < b ? [a, b] : [b, a];
  // A single word is what much is about.
  if (common === less && less >= 2) return less / more >= ENOUGH_WITHIN;
  return common / (a + b - common) >= ENOUGH_BESIDE;
}
