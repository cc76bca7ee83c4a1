interface Scored {
  score: number;
  text: string;
  /** Its source is not cited. */
  hidden?: boolean;
}

/** Passages that say the same score nearly the same: no others are compared word for word. */
const SCORES_APART = 0.1;
/** Share of their words that two texts must have in common. */
const SAME = 0.9;

/**
 * Best first, without those that repeat a better one almost word for word. A text that may be cited stands for the same
 * one that may not. `apart` is how far apart the scores of two that say the same can be, as a share of the better one's.
 */
export function foldDuplicates<Hit extends Scored>(hits: Hit[], apart = SCORES_APART): Hit[] {
  const words = new Map<Hit, Set<string>>();
  const toWords = (hit: Hit) => {
    const known = words.get(hit) ?? new Set(hit.text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    words.set(hit, known);
    return known;
  };
  const isSame = (hit: Hit, better: Hit) => {
    if (hit.text === better.text) return true;
    if (better.score - hit.score > apart * better.score) return false;
    const [short, long] = [hit.text.length, better.text.length].sort((a, b) => a - b);
    return (short ?? 0) > 0.8 * (long ?? 0) && doOverlap(toWords(hit), toWords(better));
  };
  const kept: Hit[] = [];
  for (const hit of hits) {
    const place = kept.findIndex((better) => isSame(hit, better));
    const better = kept[place];
    if (!better) kept.push(hit);
    else if (better.hidden && !hit.hidden) kept[place] = { ...hit, score: better.score };
  }
  return kept;
}

/** Whether two sets have as much in common; most pairs are given up after a few words. */
function doOverlap(one: Set<string>, other: Set<string>): boolean {
  const least = (SAME * (one.size + other.size)) / (1 + SAME);
  let spare = one.size - least;
  for (const word of one) if (!other.has(word) && --spare < 0) return false;
  return true;
}
