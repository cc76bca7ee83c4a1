import { z } from "zod";
import type { Member } from "@/core/member/member";
import { type Author, requireRight } from "@/core/server/server";
import { listInboxOrigins, listInboxRows } from "@/store/inbox-rows";
import type { ConversationStatus } from "./conversation";
import { Text } from "./text";

const statuses = ["ai", "waiting", "person", "closed"] as const satisfies ConversationStatus[];

export const ListConversations = z.object({
  /** Words in what was said, in a user's id or e-mail address. */
  search: Text.trim().max(200).optional(),
  origin: Text.max(300).optional(),
  userId: Text.max(200).optional(),
  status: z.enum(statuses).optional(),
  /** Whether an identified user began it. */
  verified: z.boolean().optional(),
  rating: z.enum(["positive", "negative"]).optional(),
  flagged: z.boolean().optional(),
  /** Whether the newest answer had no evidence. */
  unanswered: z.boolean().optional(),
  /** The last id of the page before. */
  before: z.string().max(100).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListConversations = z.input<typeof ListConversations>;

/** The conversations that fit, newest message first; `next` continues the list and is null at its end. */
export async function listConversations(author: Author, input: ListConversations = {}) {
  requireRight(author, "viewer", "conversations");
  const { before, limit, search, ...filter } = ListConversations.parse(input);
  const wanted = { ...filter, search: search || undefined };
  const rows = await author.database.sql((sql) => listInboxRows(sql, wanted, before ?? null, limit + 1));
  const page = rows.slice(0, limit).map((row) => ({
    id: row.id,
    origin: row.origin,
    status: row.status as ConversationStatus,
    userId: row.user_id,
    email: row.email,
    question: row.question ?? "",
    /** Whether the newest answer had evidence. */
    answered: row.answered ?? false,
    flagged: row.flagged,
    /** What the visitor thinks of it: the last word on an answer, else the rating when it was closed. */
    opinion: (row.opinion ?? toOpinion(row.rating)) as "positive" | "negative" | null,
    messages: row.messages,
    createdAt: row.created_at,
    lastMessageAt: row.last_message_at,
  }));
  return { conversations: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

function toOpinion(rating: number | null): string | null {
  if (rating === null || (rating > 4 && rating < 7)) return null;
  return rating >= 7 ? "positive" : "negative";
}

/** The origins that conversations began at. */
export function listConversationOrigins(member: Member): Promise<string[]> {
  return member.database.sql((sql) => listInboxOrigins(sql));
}
