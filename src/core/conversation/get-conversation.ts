import { z } from "zod";
import type { Member } from "@/core/member/member";
import { Failure } from "@/failures";
import { getConversationRow, listMessages } from "@/store/transcript-rows";
import { type ConversationStatus, toMessage } from "./conversation";

export const GetConversation = z.object({ id: z.string().max(100) });
export type GetConversation = z.infer<typeof GetConversation>;

/** One conversation with all that was said. A missing one and another tenant's are the same `not_found`. */
export async function getConversation(member: Member, input: GetConversation) {
  return member.database.sql(async (sql) => {
    const row = await getConversationRow(sql, input.id);
    if (!row) throw new Failure("not_found");
    const messages = await listMessages(sql, input.id, null);
    const identity =
      row.user_id === null ? null : { userId: row.user_id, email: row.email, roles: row.roles ?? [], plan: row.plan };
    return {
      id: row.id,
      origin: row.origin,
      status: row.status as ConversationStatus,
      identity,
      pageUrlHash: row.page_url_hash,
      createdAt: row.created_at,
      lastMessageAt: row.last_message_at,
      messages: messages.map(toMessage),
    };
  });
}
