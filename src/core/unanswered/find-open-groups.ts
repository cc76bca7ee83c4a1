import { sha256Hex } from "@/core/id/id";
import type { Member } from "@/core/member/member";
import { listUnansweredRows, type UnansweredRow } from "@/store/unanswered-rows";
import { groupQuestions, type SameWords, toSameWords } from "./group-questions";

const SPAN_MS = 90 * 24 * 3600_000;
const MOST_QUESTIONS = 5000;

export interface OpenGroup {
  /** Of the wording that is asked most: names the group. */
  words: string;
  /** Of every wording. */
  members: string[];
  /** The last first. */
  asked: UnansweredRow[];
}

/** The unanswered questions of the last 90 days that nobody has dealt with, in groups. */
export async function findOpenGroups(member: Member): Promise<OpenGroup[]> {
  const since = new Date(member.product.now() - SPAN_MS);
  const rows = await member.database.sql((sql) => listUnansweredRows(sql, since, MOST_QUESTIONS));
  const settled = await member.database.transaction((tx) => tx.settledQuestion.findMany());
  const settledAt = new Map(settled.map((row) => [row.key, row.settledAt.getTime()]));
  const toOpen = async ({ words, questions }: SameWords<UnansweredRow>) => {
    const at = settled.length === 0 ? 0 : (settledAt.get(await sha256Hex(words)) ?? 0);
    return { words, questions: questions.filter(({ asked_at }) => asked_at.getTime() > at) };
  };
  const open = await Promise.all(toSameWords(rows, ({ question }) => question).map(toOpen));
  return groupQuestions(open.filter(({ questions }) => questions.length > 0)).map((members) => ({
    words: members[0]?.words ?? "",
    members: members.map(({ words }) => words),
    asked: members.flatMap(({ questions }) => questions).sort((a, b) => b.asked_at.getTime() - a.asked_at.getTime()),
  }));
}
