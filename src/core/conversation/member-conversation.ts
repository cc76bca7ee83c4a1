import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import type { ConversationRow } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { lockConversation } from "@/store/handling-rows";
import { toSql } from "@/store/models-sql";

/**
 * Runs with one of the tenant's conversations locked, and audits `action` of it. A missing one and another tenant's are
 * the same `not_found`. Agents and above.
 */
export async function inConversation<T>(
  member: Member,
  conversationId: string,
  action: string,
  run: (sql: Sql, row: ConversationRow) => Promise<T>,
): Promise<T> {
  requireRole(member, "agent");
  return member.database.transaction(async (tx) => {
    const sql = toSql(tx);
    const row = await lockConversation(sql, conversationId, null);
    if (!row) throw new Failure("not_found");
    const result = await run(sql, row);
    await recordAudit(tx, member, `conversation.${action}`, conversationId);
    return result;
  });
}
