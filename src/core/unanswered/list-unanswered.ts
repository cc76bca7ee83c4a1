import { z } from "zod";
import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import type { UnansweredRow } from "@/store/unanswered-rows";
import { findOpenGroups } from "./find-open-groups";

const EXAMPLES = 4;
const MOST_LENGTH = 500;

export const ListUnanswered = z.object({
  /** Characters in one of the group's questions. */
  search: z.string().trim().max(200).optional(),
  /** The key of the last group of the page before; where it is settled by now the list begins anew. */
  before: z.string().max(64).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListUnanswered = z.input<typeof ListUnanswered>;

export interface UnansweredGroup {
  /** Names the group: questions that say nearly the same, in whatever order and form. */
  key: string;
  /** As it was asked last. */
  question: string;
  count: number;
  lastAskedAt: Date;
  /** Other wordings. */
  examples: string[];
  /** Where it was asked last. */
  conversationId: string;
}

/** What visitors asked in the last 90 days and got no answer to, grouped by what it says; the most asked first. Agents and above. */
export async function listUnanswered(member: Member, input: ListUnanswered = {}): Promise<UnansweredGroup[]> {
  requireRole(member, "agent");
  const { search = "", before, limit } = ListUnanswered.parse(input);
  const open = await findOpenGroups(member);
  const wanted = search.toLowerCase();
  const fitting = open
    .filter(({ asked }) => asked.some(({ question }) => question.toLowerCase().includes(wanted)))
    .sort((a, b) => b.asked.length - a.asked.length || lastAsked(b.asked) - lastAsked(a.asked));
  const from = before ? (await placeOf(before, fitting)) + 1 : 0;
  return Promise.all(
    fitting.slice(from, from + limit).map(async ({ words, asked }) => toGroup(await sha256Hex(words), asked)),
  );
}

/** Where a group stands in the list, -1 for nowhere. */
async function placeOf(key: string, groups: { words: string }[]): Promise<number> {
  return (await Promise.all(groups.map(({ words }) => sha256Hex(words)))).indexOf(key);
}

/** Rows come the last first. */
function lastAsked([last]: UnansweredRow[]): number {
  return last?.asked_at.getTime() ?? 0;
}

function toGroup(key: string, asked: UnansweredRow[]): UnansweredGroup {
  const wordings = new Map<string, string>();
  for (const { question } of asked) {
    const shown = question.trim().slice(0, MOST_LENGTH);
    if (!wordings.has(shown.toLowerCase())) wordings.set(shown.toLowerCase(), shown);
  }
  const [question = "", ...others] = wordings.values();
  return {
    key,
    question,
    count: asked.length,
    lastAskedAt: new Date(lastAsked(asked)),
    examples: others.slice(0, EXAMPLES),
    conversationId: asked[0]?.conversation_id ?? "",
  };
}
