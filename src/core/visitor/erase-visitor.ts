import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { eraseRows } from "@/store/handling-rows";
import { toSql } from "@/store/models-sql";
import { getConversationRow } from "@/store/transcript-rows";
import { eraseVisitorRows, lockConversationsOf } from "@/store/visitor-rows";

/** The visitor is named by any one of their conversations. */
export const EraseVisitor = z.object({ conversationId: z.string().max(100) });
export type EraseVisitor = z.infer<typeof EraseVisitor>;

/** What was erased, in numbers. */
export interface Receipt {
  at: Date;
  conversations: number;
  messages: number;
  feedback: number;
  files: number;
  /** Copies on their way to webhooks. */
  deliveries: number;
  sessions: number;
  visitors: number;
}

/**
 * Erases all of a visitor: conversations with everything that was said, files, sessions and what was known of the
 * person. Somebody who had neither a session nor an identity is one conversation. The receipt stands in the audit, under
 * the visitor's opaque id; the days' figures stay. Admins and owners, with a recent sign-in.
 */
export async function eraseVisitor(member: Member, { conversationId }: EraseVisitor): Promise<Receipt> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  return member.database.transaction(async (tx) => {
    const sql = toSql(tx);
    const row = await getConversationRow(sql, conversationId);
    if (!row) throw new Failure("not_found");
    const name = { visitorId: row.visitor_id, userId: row.user_id };
    const ids = new Set([conversationId, ...(await lockConversationsOf(sql, name))]);
    const receipt = { conversations: ids.size, messages: 0, feedback: 0, files: 0, deliveries: 0 };
    for (const id of ids) {
      const erased = await eraseRows(sql, id);
      receipt.messages += erased.message;
      receipt.feedback += erased.feedback;
      receipt.files += erased.file;
      receipt.deliveries += erased.webhook_delivery;
    }
    const whole = { ...receipt, ...(await eraseVisitorRows(sql, name)) };
    await recordAudit(tx, member, "visitor.erased", row.visitor_id ?? conversationId, whole);
    return { at: new Date(member.product.now()), ...whole };
  });
}
