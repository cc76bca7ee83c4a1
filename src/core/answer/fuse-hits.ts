// Two orders of passages made one: by words and by meaning.
import { foldDuplicates } from "@/store/fold-duplicates";
import type { MeaningHit, MeaningLine } from "@/store/search-meaning";
import type { PassageHit } from "@/store/search-passages";
import { toShareByMeaning } from "./meaning-share";
import { toTopicLines } from "./topic-lines";

/** Reciprocal rank fusion's usual constant: the first places count more, but not all. */
const K = 60;

/**
 * The best `most` of both by reciprocal rank; a passage that both found comes before one that only one did, and of those
 * that say the same one is left. What was found by meaning has the share and the score that are worth as much by words.
 */
export function fuseHits(
  byWords: readonly PassageHit[],
  byMeaning: { hits: readonly MeaningHit[]; line: MeaningLine | null },
  most: number,
): PassageHit[] {
  const fused = new Map<string, { hit: PassageHit; rank: number }>();
  byWords.forEach((hit, place) => {
    fused.set(hit.passageId, { hit, rank: 1 / (K + place + 1) });
  });
  const { offTopic } = toTopicLines(byWords.length > 0 ? byWords : byMeaning.hits);
  const wholes = byWords.filter(({ share }) => share > 0).map(({ score, share }) => score / share);
  const whole = wholes.length > 0 ? Math.min(...wholes) : 1;
  byMeaning.hits.forEach(({ similarity, ...passage }, place) => {
    const share = toShareByMeaning(similarity, byMeaning.line, offTopic);
    const score = share * whole;
    const known = fused.get(passage.passageId);
    const hit = known
      ? { ...known.hit, share: Math.max(known.hit.share, share), score: Math.max(known.hit.score, score) }
      : { ...passage, share, score };
    fused.set(passage.passageId, { hit, rank: (known?.rank ?? 0) + 1 / (K + place + 1) });
  });
  const ranked = [...fused.values()].sort((a, b) => b.rank - a.rank).map(({ hit }) => hit);
  // The scores of the two orders do not fall together: every one is compared with every other.
  return foldDuplicates(ranked, Number.POSITIVE_INFINITY).slice(0, most);
}
