// What a question's share of the best possible score says: the one place for these lines.
import type { PassageHit } from "@/store/search-passages";

/** Below it a question is about something else: AUC .98 on public sets. A tenant's own passages move it, so far and no further. */
export const OFF_TOPIC = 0.17;
export const LEAST_OFF_TOPIC = 0.12;
export const MOST_OFF_TOPIC = 0.22;

export interface TopicLines {
  /** Below it no passage is about the question, and no model is asked: a model reads more than shared words. */
  nothing: number;
  /** From here on articles are named as the nearest ones. */
  near: number;
  /** Below it no sentence is tried as an answer. */
  offTopic: number;
}

/** The lines that go for these hits. */
export function toTopicLines(hits: readonly Pick<PassageHit, "offTopic">[]): TopicLines {
  const measured = hits.find((hit) => typeof hit.offTopic === "number")?.offTopic ?? OFF_TOPIC;
  const offTopic = Math.min(MOST_OFF_TOPIC, Math.max(LEAST_OFF_TOPIC, measured));
  return { nothing: 0.6 * offTopic, near: 0.9 * offTopic, offTopic };
}

/**
 * The line between shares of questions about something else and shares of a tenant's own ones: above nine of ten of the
 * foreign ones, but not so high that one of ten of its own would be turned away; always within the bounds.
 */
export function drawTopicLine(foreign: readonly number[], own: readonly number[]): number {
  if (foreign.length === 0) return OFF_TOPIC;
  const line = Math.min(percentile(foreign, 0.9) + 0.01, own.length > 0 ? percentile(own, 0.1) : 1);
  return Math.min(MOST_OFF_TOPIC, Math.max(LEAST_OFF_TOPIC, line));
}

/** The value below which `share` of the values lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
