import { isId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import type { ConversationRow } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { lockConversation } from "@/store/handling-rows";
import { requireLiveSession, requireOwn, sessionIdOf } from "./conversation";

/** Runs with a conversation locked that answers to this visitor; refuses as `requireOwn` says. */
export async function inOwnConversation<T>(
  visitor: Visitor,
  conversationId: string,
  run: (sql: Sql, row: ConversationRow) => Promise<T>,
): Promise<T> {
  if (!isId("conversation", conversationId)) throw new Failure("conversation_not_found");
  return visitor.database.sql(async (sql) => {
    const row = requireOwn(visitor, await lockConversation(sql, conversationId, sessionIdOf(visitor)));
    requireLiveSession(row.session_live);
    return run(sql, row);
  });
}
