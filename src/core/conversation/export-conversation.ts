import { linkFiles } from "@/core/file/link-files";
import type { Visitor } from "@/core/visitor/visitor";
import { findHandling } from "@/store/handling-rows";
import { listMessages } from "@/store/transcript-rows";
import { toMessage } from "./conversation";
import { inOwnConversation } from "./own-conversation";

/** The visitor's own copy: everything that was said and sent, files by links that work for five minutes, and what became of it. */
export async function exportConversation(visitor: Visitor, { conversationId }: { conversationId: string }) {
  const copy = await inOwnConversation(visitor, conversationId, async (sql, row) => {
    const messages = await listMessages(sql, conversationId, null);
    const { handling, feedback } = await findHandling(sql, conversationId);
    return {
      conversationId,
      status: row.status,
      origin: row.origin,
      createdAt: handling?.created_at ?? row.last_message_at,
      exportedAt: new Date(visitor.product.now()),
      escalation: handling?.escalated_at
        ? { at: handling.escalated_at, reason: handling.escalation_reason, email: handling.escalation_email }
        : null,
      closing: handling?.closed_at
        ? { at: handling.closed_at, resolution: handling.resolution, rating: handling.rating }
        : null,
      messages: messages.map(toMessage),
      feedback: feedback.map(({ message_id, value, comment, created_at }) => ({
        messageId: message_id,
        value,
        comment,
        createdAt: created_at,
      })),
    };
  });
  return { ...copy, files: await linkFiles(visitor.product, visitor.database, conversationId) };
}
