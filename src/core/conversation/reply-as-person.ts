import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Submission, toSubmittedId } from "@/core/submission/submission";
import { announceAnyway } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { addMessage, findReply, setStatus } from "@/store/handling-rows";
import { type Message, toMessage } from "./conversation";
import { messageEvent } from "./conversation-events";
import { inConversation } from "./member-conversation";
import { Text } from "./text";

export const ReplyAsPerson = z.object({
  conversationId: z.string().max(100),
  text: Text.trim().min(1, "Write something.").max(8000, "At most 8000 characters."),
  submission: Submission,
});
export type ReplyAsPerson = z.infer<typeof ReplyAsPerson>;

/**
 * Answers a visitor in person: from here on no answerer speaks until the conversation is returned to it. A closed one
 * is `conversation_closed`. The same submission says it once. Agents and above.
 */
export async function replyAsPerson(member: Member, input: ReplyAsPerson): Promise<Message> {
  const { conversationId, text, submission } = ReplyAsPerson.parse(input);
  const { tenantId, product } = member;
  const id = await toSubmittedId("message", conversationId, submission);
  let isRepeated = false;
  const action = () => (isRepeated ? null : "answered");
  return inConversation(member, conversationId, action, async (sql, row) => {
    const present = await findReply(sql, conversationId, id);
    isRepeated = present !== null;
    if (!present && row.status === "closed") throw new Failure("conversation_closed");
    const { content, created_at: now } = present ?? { content: text, created_at: new Date(product.now()) };
    const said = { id, role: "assistant", content, citations: [], grounded: false, created_at: now };
    const message = toMessage({ ...said, author: "person", state: "done", search_only: false });
    if (isRepeated) return message;
    if (row.status !== "person") await setStatus(sql, conversationId, "person");
    await addMessage(sql, tenantId, { id, conversationId, content, author: "person", now });
    await announceAnyway(sql, { product, tenantId }, [messageEvent(conversationId, message)]);
    return message;
  });
}
