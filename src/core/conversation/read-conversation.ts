import { z } from "zod";
import { isId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { findConversation, listMessages } from "@/store/transcript-rows";
import { type ConversationStatus, requireLiveSession, requireOwn, sessionIdOf, toMessage } from "./conversation";

export const ReadConversation = z.object({
  after: z
    .string()
    .refine((id) => isId("message", id), "An id of a message.")
    .optional(),
});
export type ReadConversation = z.infer<typeof ReadConversation>;

/** What was said, in order; with `after`, only what came since. Refuses as `requireOwn` says. */
export async function readConversation(visitor: Visitor, input: ReadConversation & { conversationId: string }) {
  const { conversationId, after } = input;
  if (!isId("conversation", conversationId)) throw new Failure("conversation_not_found");
  return visitor.database.sql(async (sql) => {
    const row = requireOwn(visitor, await findConversation(sql, conversationId, sessionIdOf(visitor)));
    requireLiveSession(row.session_live);
    const messages = await listMessages(sql, conversationId, after ?? null);
    return { conversationId, status: row.status as ConversationStatus, messages: messages.map(toMessage) };
  });
}
