import { z } from "zod";
import { isId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { findConversation } from "@/store/transcript-rows";
import { countMessages, markWatched } from "@/store/watch-rows";
import { requireLiveSession, requireOwn, sessionIdOf } from "./conversation";
import { ReadConversation } from "./read-conversation";
import { WATCH_MINUTES, Watch } from "./watch";

export const WatchConversation = ReadConversation.extend({
  /** How many messages a stream that ended had brought, as its last id said; stronger than `after`. */
  lastEventId: z.coerce.number().int().min(0).max(1e9).optional(),
});
export type WatchConversation = z.infer<typeof WatchConversation>;

/**
 * Watches a conversation: what was said since `after` (from its beginning without), then what is said from now on, by
 * whom and in which process ever. Refuses as `requireOwn` says; the watch ends when that is no longer so.
 */
export async function watchConversation(
  visitor: Visitor,
  { conversationId, after, lastEventId }: WatchConversation & { conversationId: string },
): Promise<Watch> {
  if (!isId("conversation", conversationId)) throw new Failure("conversation_not_found");
  const position = await visitor.database.sql(async (sql) => {
    const row = requireOwn(visitor, await findConversation(sql, conversationId, sessionIdOf(visitor)));
    requireLiveSession(row.session_live);
    // A minute more than a watch lives, by the database's clock.
    await markWatched(sql, conversationId, WATCH_MINUTES + 1);
    if (lastEventId === undefined && after === undefined) return 0;
    const { total, upto } = await countMessages(sql, conversationId, after ?? null);
    return lastEventId === undefined ? (upto ?? total) : Math.min(lastEventId, total);
  });
  return new Watch(visitor, conversationId, position);
}
