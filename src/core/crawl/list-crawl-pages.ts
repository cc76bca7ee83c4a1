import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";

/** As the console shows them: what is under way, what was read, what was left out, what did not answer. */
const groups = {
  waiting: ["waiting", "fetching", "fetched"],
  done: ["done"],
  skipped: ["skipped", "gone"],
  failed: ["failed"],
} as const;
export type CrawlGroup = keyof typeof groups;
const names = Object.keys(groups) as [CrawlGroup, ...CrawlGroup[]];

export const ListCrawlPages = z.object({
  id: z.string().max(100),
  group: z.enum(names).optional(),
  /** The last address of the page before. */
  cursor: z.string().max(2000).nullish(),
});
export type ListCrawlPages = z.infer<typeof ListCrawlPages>;

const SHOWN = 100;

/** The pages of a site in the order of their addresses, a hundred at a time, and how many there are of each group. */
export async function listCrawlPages(member: Member, { id, group, cursor }: ListCrawlPages) {
  return member.database.transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id }, select: { round: true } });
    if (!source) throw new Failure("not_found");
    const states = group && { state: { in: [...groups[group]] } };
    const rows = await tx.crawlPage.findMany({
      where: { sourceId: id, ...states, ...(cursor && { url: { gt: cursor } }) },
      select: { url: true, title: true, state: true, reason: true, fetchedAt: true, depth: true },
      orderBy: { url: "asc" },
      take: SHOWN + 1,
    });
    const counted = await tx.crawlPage.groupBy({ by: ["state"], where: { sourceId: id }, _count: true });
    const counts = toGroupCounts(counted.map(({ state, _count }) => ({ state, count: _count })));
    const pages = rows.slice(0, SHOWN).map((row) => ({ ...row, group: toGroup(row.state) }));
    return { pages, counts, next: rows.length > SHOWN ? (pages.at(-1)?.url ?? null) : null };
  });
}

function toGroup(state: string): CrawlGroup {
  return names.find((name) => (groups[name] as readonly string[]).includes(state)) ?? "waiting";
}

/** How many pages are in each group. */
export function toGroupCounts(states: { state: string; count: number }[]): Record<CrawlGroup, number> {
  const counts = { waiting: 0, done: 0, skipped: 0, failed: 0 };
  for (const { state, count } of states) counts[toGroup(state)] += count;
  return counts;
}
