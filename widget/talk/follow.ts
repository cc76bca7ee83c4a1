import { readEvents } from "./answer-reader";
import type { Gateway } from "./gateway";

/** What came in a conversation since a message, then what comes, until `take` has enough or the stream is over. */
export async function follow(
  gateway: Gateway,
  conversationId: string,
  after: string | undefined,
  take: (name: string, event: Record<string, unknown>) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const stream = { accept: "text/event-stream", signal };
  const since = after && `&after=${encodeURIComponent(after)}`;
  await readEvents(await gateway.act(conversationId, "GET", "/events", undefined, stream, since), take);
}
