import type { Visitor } from "@/core/visitor/visitor";
import { eraseRows } from "@/store/handling-rows";
import { inOwnConversation } from "./own-conversation";

/** Erases the visitor's conversation with all that was said. Afterwards it is like one that never was. */
export async function forgetConversation(
  visitor: Visitor,
  { conversationId }: { conversationId: string },
): Promise<void> {
  await inOwnConversation(visitor, conversationId, (sql) => eraseRows(sql, conversationId));
}
