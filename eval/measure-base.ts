// One set's figures: ranking, answers and abstention, and how well other sets' questions are told to be off topic.
import { extractAnswer } from "@/core/answer/extract-answer";
import { judgeEvidence } from "@/core/answer/judge-evidence";
import { areaUnderCurve, holdsSpan, mean, ndcg, percentile, recall } from "./measures";
import type { Base } from "./open-base";
import type { Query } from "./read-set";

/** As many as findAnswer asks for. */
const FOUND = 8;
const MOST_FOREIGN = 500;

/** nDCG@10, recall@5 and the time of a search, over the questions that have relevant documents. */
export async function measureRanking(base: Base) {
  const results = [];
  for (const { _id, text } of base.set.queries) {
    const grades = base.set.relevant.get(_id);
    if (!grades) continue;
    const from = performance.now();
    const hits = await base.search(text, 30);
    const ms = performance.now() - from;
    const ranked = base.toDocuments(hits);
    results.push({ ms, ndcg10: ndcg(ranked, grades, 10), recall5: recall(ranked, grades, 5) });
  }
  const times = results.map(({ ms }) => ms);
  return {
    documents: base.set.corpus.length,
    queries: results.length,
    ndcg10: round(mean(results.map(({ ndcg10 }) => ndcg10)), 4),
    recall5: round(mean(results.map(({ recall5 }) => recall5)), 4),
    p50ms: round(percentile(times, 0.5), 1),
    p95ms: round(percentile(times, 0.95), 1),
    ingestPerSecond: base.ingestPerSecond,
  };
}

interface Judged {
  answerable: boolean;
  /** What a sweep over thresholds needs; `answered` is what the product does at its own. */
  confidence: number;
  answered: boolean;
  /** Whether the answer, were it given, holds a gold span; null where the set has none. */
  gold: boolean | null;
}

/** Where the set's topic ends: as measured in its own passages, or where it does for a tenant that is not measured yet. */
export type Line = "measured" | "fixed";

async function find(base: Base, question: string, line: Line) {
  const hits = await base.search(question, FOUND);
  return line === "measured" ? hits : hits.map((hit) => ({ ...hit, offTopic: null }));
}

/** What the extractive answerer does with each question of the set. */
export async function judgeAnswers(base: Base, line: Line): Promise<Judged[]> {
  const judged = [];
  for (const { text, answerable = true, answers } of base.set.queries) {
    const hits = await find(base, text, line);
    const forced = extractAnswer(text, hits, { threshold: 0 }).content;
    judged.push({
      answerable,
      confidence: judgeEvidence(text, hits).confidence,
      answered: extractAnswer(text, hits).grounded,
      gold: answerable && answers ? holdsSpan(forced, answers) : null,
    });
  }
  return judged;
}

/** Shares of the answerable and of the unanswerable questions, 0 to 1; null where the set has none of a kind. */
export function summarize(judged: Judged[], answered = (one: Judged) => one.answered) {
  const [can, cannot] = [judged.filter((one) => one.answerable), judged.filter((one) => !one.answerable)];
  const given = can.filter(answered);
  const share = (part: number, whole: number) => (whole === 0 ? null : round(part / whole, 3));
  const known = can.filter(({ gold }) => gold !== null).length;
  return {
    abstainedUnanswerable: share(cannot.filter((one) => !answered(one)).length, cannot.length),
    abstainedAnswerable: share(can.length - given.length, can.length),
    goldOfAnswerable: share(given.filter(({ gold }) => gold).length, known),
    goldOfAnswered: share(given.filter(({ gold }) => gold).length, known && given.length),
  };
}

const STEPS = 50;

/** The whole trade-off: at every threshold from 0 to 1 in steps of a fiftieth. */
export function sweep(judged: Judged[]) {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const threshold = step / STEPS;
    return { threshold, ...summarize(judged, ({ confidence }) => confidence >= threshold) };
  });
}

/**
 * How well the share of the best possible score parts the set's own answerable questions from other sets', and how many
 * of these are refused under each line.
 */
export async function measureOffTopic(base: Base, foreign: Query[]) {
  const shareOf = async ({ text }: Query) => (await base.search(text, 1))[0]?.share ?? 0;
  const own = [];
  for (const query of base.set.queries.filter(({ answerable }) => answerable !== false)) own.push(await shareOf(query));
  const far = [];
  const refused = { measured: 0, fixed: 0 };
  const asked = foreign.slice(0, MOST_FOREIGN);
  for (const query of asked) {
    far.push(await shareOf(query));
    for (const line of ["measured", "fixed"] as const)
      if (!extractAnswer(query.text, await find(base, query.text, line)).grounded) refused[line] += 1;
  }
  return {
    questions: asked.length,
    auc: round(areaUnderCurve(own, far), 4),
    refused: round(refused.measured / asked.length, 3),
    refusedAtFixedLine: round(refused.fixed / asked.length, 3),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
