import { z } from "zod";
import { linkFiles } from "@/core/file/link-files";
import { isId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { findConversation, listMessages } from "@/store/transcript-rows";
import {
  type ConversationStatus,
  type Message,
  requireLiveSession,
  requireOwn,
  sessionIdOf,
  toMessage,
} from "./conversation";
import { finishAnswer, isLeft } from "./finish-answer";

export const ReadConversation = z.object({
  after: z
    .string()
    .refine((id) => isId("message", id), "An id of a message.")
    .optional(),
});
export type ReadConversation = z.infer<typeof ReadConversation>;

/**
 * What was said, in order, and what files were sent, with fresh links; with `after`, only the messages since. An answer that its process did not live to finish is
 * finished first. Refuses as `requireOwn` says.
 */
export async function readConversation(visitor: Visitor, input: ReadConversation & { conversationId: string }) {
  const { conversationId, after } = input;
  if (!isId("conversation", conversationId)) throw new Failure("conversation_not_found");
  const { status, messages } = await visitor.database.sql(async (sql) => {
    const row = requireOwn(visitor, await findConversation(sql, conversationId, sessionIdOf(visitor)));
    requireLiveSession(row.session_live);
    const rows = await listMessages(sql, conversationId, after ?? null);
    return { status: row.status as ConversationStatus, messages: rows.map(toMessage) };
  });
  const files = after ? [] : await linkFiles(visitor.product, visitor.database, conversationId);
  const finished = await finishLeft(visitor, conversationId, messages);
  return { conversationId, status, messages: finished, ...(files.length > 0 ? { files } : {}) };
}

/** The messages with every answer finished that was left pending. */
export async function finishLeft(visitor: Visitor, conversationId: string, messages: Message[]): Promise<Message[]> {
  const finished: Message[] = [];
  for (const message of messages) {
    const left = isLeft(visitor, message);
    finished.push(left ? (await finishAnswer(visitor, { conversationId, message }, true)).message : message);
  }
  return finished;
}
