import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";

export const ListDeliveries = z.object({
  webhookId: z.string().max(100),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListDeliveries = z.input<typeof ListDeliveries>;

/** What a webhook was sent and what became of it, newest first. Admins and owners. */
export async function listDeliveries(member: Member, input: ListDeliveries) {
  requireRole(member, "admin");
  const { webhookId, limit } = ListDeliveries.parse(input);
  return member.database.transaction((tx) =>
    tx.webhookDelivery.findMany({
      where: { webhookId },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
      select: {
        id: true,
        event: true,
        /** waiting | delivered | failed */
        status: true,
        attempts: true,
        lastError: true,
        createdAt: true,
        nextAttemptAt: true,
        deliveredAt: true,
      },
    }),
  );
}
