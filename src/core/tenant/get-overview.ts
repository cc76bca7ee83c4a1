import type { Member } from "@/core/member/member";

/** How far the tenant's set-up has come. Every number is counted. */
export function getOverview(member: Member) {
  return member.database.transaction(async (tx) => ({
    origins: await tx.origin.count(),
    sources: await tx.source.count({ where: { status: "ready" } }),
    passages: (await tx.corpus.findFirst({ select: { passages: true } }))?.passages ?? 0,
    /** Whether anything was ever asked from a page. */
    // In the order of an index: whichever comes first would be looked for among all tenants' rows.
    asked: (await tx.conversation.findFirst({ orderBy: { lastMessageAt: "desc" }, select: { id: true } })) !== null,
  }));
}
