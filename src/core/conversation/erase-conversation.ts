import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { eraseRows } from "@/store/handling-rows";
import { inConversation } from "./member-conversation";

export const EraseConversation = z.object({ conversationId: z.string().max(100) });
export type EraseConversation = z.infer<typeof EraseConversation>;

/** Erases a conversation with all that was said; the audit keeps that it was done, not what was in it. Admins and owners. */
export async function eraseConversation(member: Member, { conversationId }: EraseConversation): Promise<void> {
  requireRole(member, "admin");
  return inConversation(member, conversationId, "erased", (sql) => eraseRows(sql, conversationId));
}
