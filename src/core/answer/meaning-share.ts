// What a cosine says, on the scale of the share of the best possible score: models differ in where unrelated texts lie.
import type { MeaningLine } from "@/store/search-meaning";
import { percentile } from "./topic-lines";

/** What most of a tenant's own headings and sentences reach by their words, too. */
const NEAR_SHARE = 0.6;
const MOST_SHARE = 0.75;
/** Where a model's cosines part foreign questions from a tenant's own less than this, they say nothing. */
const LEAST_APART = 0.02;

/**
 * The line between cosines of questions about something else and of the tenant's own headings and sentences, each with
 * the passage that comes nearest to it; null where they lie in one heap.
 */
export function drawMeaningLine(foreign: readonly number[], own: readonly number[]): MeaningLine | null {
  if (foreign.length === 0 || own.length === 0) return null;
  const [far, line, near] = [percentile(foreign, 0.5), percentile(foreign, 0.95), percentile(own, 0.25)];
  return near - line < LEAST_APART ? null : { far, line, near };
}

/**
 * A cosine as a share, 0 to 1: nothing up to where questions about something else lie, `offTopic` where hardly one of
 * them comes. 0 for a model that was not measured: its order counts, but nothing is about the question for its sake.
 */
export function toShareByMeaning(similarity: number, measured: MeaningLine | null, offTopic: number): number {
  if (!measured || !Number.isFinite(similarity)) return 0;
  const { far, line, near } = measured;
  if (similarity <= far) return 0;
  if (similarity < line) return (offTopic * (similarity - far)) / (line - far);
  return Math.min(MOST_SHARE, offTopic + ((NEAR_SHARE - offTopic) * (similarity - line)) / (near - line));
}
