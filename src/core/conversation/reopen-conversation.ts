import { z } from "zod";
import type { Member } from "@/core/member/member";
import { reopenRow } from "@/store/handling-rows";
import { inConversation } from "./member-conversation";

export const ReopenConversation = z.object({
  conversationId: z.string().max(100),
  /** Who speaks from then on. */
  to: z.enum(["ai", "waiting", "person"]).default("ai"),
});
export type ReopenConversation = z.input<typeof ReopenConversation>;

/** Opens a closed conversation again; one that is open stays as it is. Agents and above. */
export function reopenConversation(member: Member, input: ReopenConversation): Promise<void> {
  const { conversationId, to } = ReopenConversation.parse(input);
  return inConversation(member, conversationId, "reopened", async (sql, row) => {
    if (row.status === "closed") await reopenRow(sql, conversationId, to);
  });
}
