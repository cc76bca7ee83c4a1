import { z } from "zod";
import { type CrawlGroup, toGroupCounts } from "@/core/crawl/list-crawl-pages";
import type { Member } from "@/core/member/member";
import { type SourceKind, type SourceStatus, sourceKinds } from "./source";

export const ListSources = z.object({
  kind: z.enum(sourceKinds).optional(),
  status: z.enum(["working", "ready", "failed"]).optional(),
  /** Words of the title or the address. */
  search: z.string().trim().max(200).optional(),
  /** The last id of the page before. */
  cursor: z.string().max(100).nullish(),
  limit: z.number().int().min(1).max(500).default(100),
});
export type ListSources = z.input<typeof ListSources>;

const statuses = { working: ["waiting", "reading"], ready: ["ready"], failed: ["failed"] };

/**
 * The tenant's sources without their texts, newest first, each with its number of passages and how far a site is. As
 * many as `limit` where there may be more. A `cursor` of another tenant's, or of a source that is gone, yields none.
 */
export async function listSources(member: Member, input: ListSources = {}) {
  const { kind, status, search, cursor, limit } = ListSources.parse(input);
  return member.database.transaction(async (tx) => {
    const like = { contains: search ?? "", mode: "insensitive" as const };
    const last = cursor ? await tx.source.findUnique({ where: { id: cursor }, select: { createdAt: true } }) : null;
    if (cursor && !last) return [];
    const rows = await tx.source.findMany({
      where: {
        // The first condition is what the index can be entered with.
        ...(cursor &&
          last && { createdAt: { lte: last.createdAt }, NOT: { createdAt: last.createdAt, id: { gte: cursor } } }),
        ...(kind && { kind }),
        ...(status && { status: { in: statuses[status] } }),
        ...(search && { OR: [{ title: like }, { url: like }] }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      omit: { content: true, contentHash: true, tenantId: true, lease: true, leasedUntil: true, attempts: true },
      take: limit,
    });
    const shown = { sourceId: { in: rows.map(({ id }) => id) } };
    const counts = await tx.passage.groupBy({ by: ["sourceId"], where: shown, _count: true });
    const passages = new Map(counts.map((row) => [row.sourceId, row._count]));
    const sites = rows.filter((row) => row.kind === "site").map(({ id }) => id);
    const states = await tx.crawlPage.groupBy({
      by: ["sourceId", "state"],
      where: { sourceId: { in: sites } },
      _count: true,
    });
    return rows.map((row) => ({
      ...row,
      kind: row.kind as SourceKind,
      status: row.status as SourceStatus,
      passages: passages.get(row.id) ?? 0,
      pages: row.kind === "site" ? pagesOf(row.id, states) : null,
    }));
  });
}

function pagesOf(
  id: string,
  states: { sourceId: string; state: string; _count: number }[],
): Record<CrawlGroup, number> {
  const own = states.filter(({ sourceId }) => sourceId === id);
  return toGroupCounts(own.map(({ state, _count }) => ({ state, count: _count })));
}
