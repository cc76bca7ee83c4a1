import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { webhookEvents } from "./webhook";

const statuses = ["waiting", "delivered", "failed"] as const;

export const ListDeliveries = z.object({
  webhookId: z.string().max(100),
  status: z.enum(statuses).optional(),
  event: z.enum(webhookEvents).optional(),
  /** The last id of the page before. */
  before: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListDeliveries = z.input<typeof ListDeliveries>;

/** What a webhook was sent and what became of it, newest first. Admins and owners. */
export async function listDeliveries(member: Member, input: ListDeliveries) {
  requireRole(member, "admin");
  const { limit, before, webhookId, status, event } = ListDeliveries.parse(input);
  return member.database.transaction((tx) =>
    tx.webhookDelivery.findMany({
      where: { webhookId, ...(status && { status }), ...(event && { event }) },
      ...(before && { cursor: { id: before }, skip: 1 }),
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
