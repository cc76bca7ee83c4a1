import { z } from "zod";
import { newId } from "@/core/id/id";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";
import { addMessage, setStatus } from "@/store/handling-rows";
import { inConversation } from "./member-conversation";

export const ReturnToAi = z.object({ conversationId: z.string().max(100) });
export type ReturnToAi = z.infer<typeof ReturnToAi>;

const NOTE = "The team has handed this conversation back: from here on the assistant answers again.";

/** Lets the answerer speak again, and says so in the conversation. A closed one is `conversation_closed`. Agents and above. */
export function returnToAi(member: Member, { conversationId }: ReturnToAi): Promise<void> {
  const { tenantId, product } = member;
  return inConversation(member, conversationId, "returned", async (sql, row) => {
    if (row.status === "closed") throw new Failure("conversation_closed");
    if (row.status === "ai") return;
    await setStatus(sql, conversationId, "ai");
    const now = new Date(product.now());
    await addMessage(sql, tenantId, { id: newId("message"), conversationId, content: NOTE, author: "system", now });
  });
}
