import { z } from "zod";
import type { Member } from "@/core/member/member";
import { closeRow } from "@/store/handling-rows";
import { inConversation } from "./member-conversation";

export const CloseConversation = z.object({
  conversationId: z.string().max(100),
  resolution: z.enum(["resolved", "unresolved"]).default("resolved"),
});
export type CloseConversation = z.input<typeof CloseConversation>;

/** Closes a conversation for the team: it can still be read, and takes no more messages. Agents and above. */
export function closeConversation(member: Member, input: CloseConversation): Promise<void> {
  const { conversationId, resolution } = CloseConversation.parse(input);
  const now = new Date(member.product.now());
  return inConversation(member, conversationId, "closed", (sql) =>
    closeRow(sql, conversationId, { resolution, rating: null, now }),
  );
}
