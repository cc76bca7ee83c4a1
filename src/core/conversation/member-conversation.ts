import { recordAudit } from "@/core/audit/record-audit";
import { isId } from "@/core/id/id";
import type { Role } from "@/core/member/member";
import { type Author, requireRight } from "@/core/server/server";
import { Failure } from "@/failures";
import type { ConversationRow } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { lockConversation } from "@/store/handling-rows";
import { toSql } from "@/store/models-sql";

/**
 * Runs with one of the tenant's conversations locked, and audits `action` of it, unless that says there was none. A
 * missing one and another tenant's are the same `not_found`. Members of `role` (agents where nothing is said) and above,
 * and the tenant's server.
 */
export async function inConversation<T>(
  author: Author,
  conversationId: string,
  action: string | (() => string | null),
  run: (sql: Sql, row: ConversationRow) => Promise<T>,
  role: Role = "agent",
): Promise<T> {
  requireRight(author, role, "conversations");
  if (!isId("conversation", conversationId)) throw new Failure("not_found");
  return author.database.transaction(async (tx) => {
    const sql = toSql(tx);
    const row = await lockConversation(sql, conversationId, null);
    if (!row) throw new Failure("not_found");
    const result = await run(sql, row);
    const done = typeof action === "string" ? action : action();
    if (done) await recordAudit(tx, author, `conversation.${done}`, conversationId);
    return result;
  });
}
