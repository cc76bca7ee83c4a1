import { z } from "zod";
import { newId } from "@/core/id/id";
import type { Member } from "@/core/member/member";
import { announceAnyway } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { addMessage, setStatus } from "@/store/handling-rows";
import { type Message, toMessage } from "./conversation";
import { messageEvent } from "./conversation-events";
import { inConversation } from "./member-conversation";
import { Text } from "./text";

export const ReplyAsPerson = z.object({
  conversationId: z.string().max(100),
  text: Text.trim().min(1, "Write something.").max(8000, "At most 8000 characters."),
});
export type ReplyAsPerson = z.infer<typeof ReplyAsPerson>;

/**
 * Answers a visitor in person: from here on no answerer speaks until the conversation is returned to it. A closed one
 * is `conversation_closed`. Agents and above.
 */
export function replyAsPerson(member: Member, input: ReplyAsPerson): Promise<Message> {
  const { conversationId, text: content } = ReplyAsPerson.parse(input);
  const { tenantId, product } = member;
  return inConversation(member, conversationId, "answered", async (sql, row) => {
    if (row.status === "closed") throw new Failure("conversation_closed");
    const id = newId("message");
    const now = new Date(product.now());
    if (row.status !== "person") await setStatus(sql, conversationId, "person");
    await addMessage(sql, tenantId, { id, conversationId, content, author: "person", now });
    const said = { id, role: "assistant", content, citations: [], grounded: false, created_at: now };
    const message = toMessage({ ...said, author: "person", state: "done", search_only: false });
    await announceAnyway(sql, { product, tenantId }, [messageEvent(conversationId, message)]);
    return message;
  });
}
