import { z } from "zod";
import { isId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import { announce } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { saveFeedback } from "@/store/handling-rows";
import { inOwnConversation } from "./own-conversation";
import { Text } from "./text";

export const GiveFeedback = z.object({
  messageId: z.string().refine((id) => isId("message", id), "An id of a message."),
  value: z.enum(["positive", "negative"]),
  comment: Text.trim().max(2000, "At most 2000 characters.").optional(),
});
export type GiveFeedback = z.infer<typeof GiveFeedback>;

/** Writes down what the visitor thinks of one answer; the last word counts. `not_found` where there is no such answer. */
export async function giveFeedback(visitor: Visitor, input: GiveFeedback & { conversationId: string }): Promise<void> {
  const { conversationId, messageId, value, comment } = input;
  const now = new Date(visitor.product.now());
  await inOwnConversation(visitor, conversationId, async (sql) => {
    const row = { message_id: messageId, value, comment: comment || null, created_at: now };
    if (!(await saveFeedback(sql, visitor.tenantId, conversationId, row))) throw new Failure("not_found");
    await announce(sql, visitor, [
      { type: "feedback.created", conversationId, data: { conversationId, messageId, value, comment: row.comment } },
    ]);
  });
}
