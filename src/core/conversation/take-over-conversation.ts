import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";
import { setStatus } from "@/store/handling-rows";
import { inConversation } from "./member-conversation";

export const TakeOverConversation = z.object({ conversationId: z.string().max(100) });
export type TakeOverConversation = z.infer<typeof TakeOverConversation>;

/**
 * A person takes over: from here on no answerer speaks until the conversation is returned to it. A closed one is
 * `conversation_closed`. Agents and above.
 */
export function takeOverConversation(member: Member, { conversationId }: TakeOverConversation): Promise<void> {
  return inConversation(member, conversationId, "taken-over", async (sql, row) => {
    if (row.status === "closed") throw new Failure("conversation_closed");
    if (row.status !== "person") await setStatus(sql, conversationId, "person");
  });
}
