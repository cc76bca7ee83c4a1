// BM25 counts words wherever they stand. Of what it finds first, a passage whose words stand together as they were asked, or
// that holds most of them in one sentence, is more likely meant.
import { detectLanguage, smallWordsOf } from "./detect-language";

interface Ranked {
  title: string;
  headings: string[];
  text: string;
  score: number;
}

/** How many of the first are looked at, and what it adds to the score of one that holds all. */
export const LOOKED_AT = 20;
const FOR_PAIRS = 0.2;
const FOR_ONE_SENTENCE = 0.1;

/** The hits, best first, with the first of them weighed by how near to each other they hold the question's words. */
export function rankByNearness<Hit extends Ranked>(question: string, hits: Hit[]): Hit[] {
  const small = smallWordsOf(detectLanguage(question) ?? "english");
  const asked = toWords(question, small);
  const words = new Set(asked);
  if (words.size < 2) return hits;
  const pairs = new Set(asked.slice(1).flatMap((word, i) => toPair(asked[i] ?? "", word)));
  const weighed = hits.slice(0, LOOKED_AT).map((hit) => {
    const found = new Set<string>();
    let most = 0;
    for (const sentence of [hit.title, ...hit.headings, ...hit.text.split(/(?<=[.!?])\s+|\n+|(?<=[。！？])/u)]) {
      const said = toWords(sentence, small);
      const held = new Set(said.filter((word) => words.has(word)));
      most = Math.max(most, held.size);
      if (held.size < 2) continue;
      for (const [i, word] of said.slice(1).entries())
        for (const pair of toPair(said[i] ?? "", word)) if (pairs.has(pair)) found.add(pair);
    }
    const bonus = (FOR_PAIRS * found.size) / Math.max(1, pairs.size) + (FOR_ONE_SENTENCE * most) / words.size;
    return { ...hit, score: hit.score * (1 + bonus) };
  });
  // Stable: what is equal stays as it was found.
  return [...weighed.sort((a, b) => b.score - a.score), ...hits.slice(LOOKED_AT)];
}

function toPair(one: string, other: string): string[] {
  return one === other ? [] : [[one, other].sort().join(" ")];
}

function toWords(text: string, small: ReadonlySet<string>): string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !small.has(word)).map((word) => word.replace(/(?<=.{3})(?:ing|ies|ed|es|s)$/, ""));
}
