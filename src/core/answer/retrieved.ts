import type { PassageHit } from "@/store/search-passages";

/** A passage that an answer was chosen from, as it is kept with the answer. */
export interface RetrievedPassage {
  id: string;
  /** Of its source, as it was. */
  title: string;
  /** BM25. */
  score: number;
  /** Score ÷ the best possible score of the question, 0 to 1. */
  share: number;
}

/** What is kept of the passages that were found, best first. */
export function toRetrieved(hits: readonly PassageHit[]): RetrievedPassage[] {
  return hits.map(({ passageId, title, score, share }) => ({
    id: passageId,
    title,
    score: Math.round(score * 100) / 100,
    share: Math.round(share * 1000) / 1000,
  }));
}
