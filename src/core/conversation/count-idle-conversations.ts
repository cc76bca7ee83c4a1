import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";

export const CountIdleConversations = z.object({ days: z.int().min(1).max(3650) });
export type CountIdleConversations = z.infer<typeof CountIdleConversations>;

const DAY_MS = 24 * 3600_000;

/** How many conversations had no word for so many days: what keeping them no longer would erase. Admins and owners. */
export function countIdleConversations(member: Member, { days }: CountIdleConversations): Promise<number> {
  requireRole(member, "admin");
  const lastMessageAt = { lt: new Date(member.product.now() - days * DAY_MS) };
  return member.database.transaction((tx) => tx.conversation.count({ where: { lastMessageAt } }));
}
