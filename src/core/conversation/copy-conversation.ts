import { z } from "zod";
import type { Author } from "@/core/server/server";
import { readWhole } from "./get-conversation";
import { inConversation } from "./member-conversation";

export const CopyConversation = z.object({ conversationId: z.string().max(100) });
export type CopyConversation = z.infer<typeof CopyConversation>;

/**
 * A copy to keep elsewhere: everything that was said and what became of it. That it was taken is audited. Agents and
 * above, and the tenant's server.
 */
export function copyConversation(author: Author, { conversationId }: CopyConversation) {
  const exportedAt = new Date(author.product.now());
  return inConversation(author, conversationId, "exported", async (sql) => ({
    exportedAt,
    ...(await readWhole(sql, conversationId)),
  }));
}
