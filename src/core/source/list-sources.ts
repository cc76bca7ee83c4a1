import type { Member } from "@/core/member/member";
import type { SourceStatus } from "./source";

/** The tenant's sources without their texts, newest first, each with its number of passages. */
export async function listSources(member: Member) {
  return member.database.transaction(async (tx) => {
    const rows = await tx.source.findMany({
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      omit: { content: true, contentHash: true, tenantId: true },
      take: 500,
    });
    const counts = await tx.passage.groupBy({ by: ["sourceId"], _count: true });
    const passages = new Map(counts.map((row) => [row.sourceId, row._count]));
    return rows.map((row) => ({ ...row, status: row.status as SourceStatus, passages: passages.get(row.id) ?? 0 }));
  });
}
