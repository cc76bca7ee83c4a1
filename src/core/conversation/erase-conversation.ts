import { z } from "zod";
import { requireRecentSignIn } from "@/core/member/member";
import type { Author } from "@/core/server/server";
import type { Sql } from "@/store/database";
import { eraseRows } from "@/store/handling-rows";
import { inConversation } from "./member-conversation";

export const EraseConversation = z.object({ conversationId: z.string().max(100) });
export type EraseConversation = z.infer<typeof EraseConversation>;

/**
 * Erases a conversation with all that was said; the audit keeps that it was done, not what was in it. Admins and
 * owners, with a recent sign-in, and the tenant's server.
 */
export async function eraseConversation(author: Author, { conversationId }: EraseConversation): Promise<void> {
  const erase = (sql: Sql) => {
    if ("role" in author) requireRecentSignIn(author);
    return eraseRows(sql, conversationId);
  };
  await inConversation(author, conversationId, "erased", erase, "admin");
}
