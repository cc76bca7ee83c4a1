import { z } from "zod";
import { identityOf, type Visitor } from "@/core/visitor/visitor";
import { announce } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { escalateRow } from "@/store/handling-rows";
import type { ConversationStatus } from "./conversation";
import { inOwnConversation } from "./own-conversation";
import { Text } from "./text";

export const EscalateConversation = z.object({
  reason: Text.trim().max(2000, "At most 2000 characters.").optional(),
  email: z.email("An e-mail address.").max(320).optional(),
});
export type EscalateConversation = z.infer<typeof EscalateConversation>;

/**
 * Asks for a person: from here on no answerer speaks in this conversation until the team returns it. Asking again adds
 * the reason or the address and tells nobody twice. A closed one is `conversation_closed`.
 */
export async function escalateConversation(
  visitor: Visitor,
  input: EscalateConversation & { conversationId: string },
): Promise<{ conversationId: string; status: ConversationStatus }> {
  const { conversationId } = input;
  const reason = input.reason || null;
  const email = input.email ?? identityOf(visitor)?.userEmail ?? null;
  const now = new Date(visitor.product.now());
  return inOwnConversation(visitor, conversationId, async (sql, row) => {
    if (row.status === "closed") throw new Failure("conversation_closed");
    await escalateRow(sql, conversationId, { reason, email, now });
    if (row.status !== "ai") return { conversationId, status: row.status as ConversationStatus };
    await announce(sql, visitor, [
      { type: "conversation.escalated", conversationId, data: { conversationId, reason, email } },
    ]);
    return { conversationId, status: "waiting" };
  });
}
