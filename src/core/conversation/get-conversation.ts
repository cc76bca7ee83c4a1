import { z } from "zod";
import { isId } from "@/core/id/id";
import type { Verdict } from "@/core/moderation/moderate";
import { type Author, requireRight } from "@/core/server/server";
import { Failure } from "@/failures";
import type { MessageRow } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { findHandling } from "@/store/handling-rows";
import {
  getConversationRow,
  listFileRows,
  listLastMessages,
  listMessageNotes,
  listMessages,
} from "@/store/transcript-rows";
import { type ConversationStatus, toMessage } from "./conversation";

export const GetConversation = z.object({
  id: z.string().max(100),
  /** The first message of the page that is there already: what was said before it is wanted. */
  before: z.string().max(100).optional(),
  /** Messages of a page. */
  limit: z.number().int().min(1).max(200).default(100),
});
export type GetConversation = z.input<typeof GetConversation>;

/**
 * One conversation with what was said last; `earlier` asks for what was said before that and is null at the beginning. A
 * missing one and another tenant's are the same `not_found`. Every member, and the tenant's server.
 */
export async function getConversation(author: Author, input: GetConversation) {
  requireRight(author, "viewer", "conversations");
  if (!isId("conversation", input.id)) throw new Failure("not_found");
  const { id, before, limit } = GetConversation.parse(input);
  return author.database.sql(async (sql) => {
    const messages = await listLastMessages(sql, id, before ?? null, limit + 1);
    const page = messages.slice(-limit);
    return { ...(await read(sql, id, page)), earlier: messages.length > limit ? (page[0]?.id ?? null) : null };
  });
}

/** One conversation with all that was said, in a transaction that is under way. */
export async function readWhole(sql: Sql, id: string) {
  return read(sql, id, await listMessages(sql, id, null));
}

async function read(sql: Sql, id: string, messages: MessageRow[]) {
  const row = await getConversationRow(sql, id);
  if (!row) throw new Failure("not_found");
  const ids = messages.map((message) => message.id);
  const notes = new Map((await listMessageNotes(sql, id, ids)).map((note) => [note.id, note]));
  const { handling, feedback } = await findHandling(sql, id);
  const opinions = new Map(feedback.map(({ message_id, value, comment }) => [message_id, { value, comment }]));
  const files = await listFileRows(sql, id);
  return {
    id: row.id,
    origin: row.origin,
    status: row.status as ConversationStatus,
    /** Null for a visitor who had neither a session nor an identity: nothing ties their conversations together. */
    visitorId: row.visitor_id,
    identity:
      row.user_id === null ? null : { userId: row.user_id, email: row.email, roles: row.roles ?? [], plan: row.plan },
    pageUrlHash: row.page_url_hash,
    /** What the page said of itself; proved by nobody. */
    context: row.context,
    createdAt: row.created_at,
    lastMessageAt: row.last_message_at,
    escalation: handling?.escalated_at
      ? { at: handling.escalated_at, reason: handling.escalation_reason, email: handling.escalation_email }
      : null,
    closing: handling?.closed_at
      ? { at: handling.closed_at, resolution: handling.resolution, rating: handling.rating }
      : null,
    files: files.map(({ name, type, size, created_at }) => ({ name, type, size, createdAt: created_at })),
    messages: messages.map((message) => ({
      ...toMessage(message),
      verdict: (notes.get(message.id)?.moderation ?? null) as Verdict | null,
      /** How long the answer took, milliseconds. */
      answerMs: notes.get(message.id)?.answer_ms ?? null,
      opinion: opinions.get(message.id) ?? null,
    })),
  };
}
