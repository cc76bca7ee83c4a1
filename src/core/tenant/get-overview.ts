import type { Member } from "@/core/member/member";

const DAY_MS = 24 * 3600_000;

/** What happened at the tenant's door in the last 30 days, and how far its set-up has come. Every number is counted. */
export function getOverview(member: Member) {
  const since = new Date(member.product.now() - 30 * DAY_MS);
  return member.database.transaction(async (tx) => {
    const answers = { role: "assistant", createdAt: { gte: since } };
    return {
      days: 30,
      conversations: await tx.conversation.count({ where: { createdAt: { gte: since } } }),
      answers: await tx.message.count({ where: answers }),
      grounded: await tx.message.count({ where: { ...answers, grounded: true } }),
      refused:
        (await tx.refusal.aggregate({ where: { lastSeenAt: { gte: since } }, _sum: { count: true } }))._sum.count ?? 0,
      origins: await tx.origin.count(),
      sources: await tx.source.count({ where: { status: "ready" } }),
      passages: await tx.passage.count(),
      /** Whether anything was ever asked from a page. */
      asked: (await tx.conversation.findFirst({ select: { id: true } })) !== null,
    };
  });
}
