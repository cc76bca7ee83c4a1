import { z } from "zod";
import type { Visitor } from "@/core/visitor/visitor";
import { closeRow } from "@/store/handling-rows";
import { inOwnConversation } from "./own-conversation";

export const LeaveConversation = z.object({
  resolution: z.enum(["resolved", "unresolved"]),
  rating: z.int().min(1, "From 1 to 10.").max(10, "From 1 to 10.").optional(),
});
export type LeaveConversation = z.infer<typeof LeaveConversation>;

/** Closes the visitor's conversation: it can still be read, and takes no more questions. Closing twice is fine. */
export async function leaveConversation(
  visitor: Visitor,
  { conversationId, resolution, rating }: LeaveConversation & { conversationId: string },
): Promise<void> {
  const now = new Date(visitor.product.now());
  await inOwnConversation(visitor, conversationId, (sql) =>
    closeRow(sql, conversationId, { resolution, rating: rating ?? null, now }),
  );
}
