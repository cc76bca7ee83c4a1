import { z } from "zod";
import type { Member } from "@/core/member/member";
import { listConversationRows } from "@/store/transcript-rows";
import type { ConversationStatus } from "./conversation";

export const ListConversations = z.object({
  /** The last id of the page before. */
  before: z.string().max(100).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListConversations = z.input<typeof ListConversations>;

/** The tenant's conversations, newest message first; `next` continues the list and is null at its end. */
export async function listConversations(member: Member, input: ListConversations = {}) {
  const { before, limit } = ListConversations.parse(input);
  const rows = await member.database.sql((sql) => listConversationRows(sql, before ?? null, limit + 1));
  const page = rows.slice(0, limit).map((row) => ({
    id: row.id,
    origin: row.origin,
    status: row.status as ConversationStatus,
    userId: row.user_id,
    email: row.email,
    question: row.question ?? "",
    /** Whether the newest answer had evidence. */
    answered: row.answered ?? false,
    messages: row.messages,
    createdAt: row.created_at,
    lastMessageAt: row.last_message_at,
  }));
  return { conversations: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}
