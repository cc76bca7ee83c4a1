// An event stream as a browser reads it, piece by piece.
import { expect } from "vitest";

export interface ReadEvent {
  id: string | null;
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the stream says; tests look at what they expect.
  data: any;
}

/** The events of a stream so far; `until` waits for one that fits, at most 5 s. */
export function openStream(response: Response) {
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const events: ReadEvent[] = [];
  const reader = response.body?.getReader();
  let ended = false;
  let text = "";
  const read = async () => {
    const decoder = new TextDecoder();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += decoder.decode(part.value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) if (!block.startsWith(":")) events.push(parse(block));
    }
    ended = true;
  };
  void read();
  return {
    events,
    hasEnded: () => ended,
    until: async (fits: (event: ReadEvent) => boolean): Promise<ReadEvent> => {
      await expect.poll(() => events.some(fits), { timeout: 5000, interval: 20 }).toBe(true);
      return events.find(fits) as ReadEvent;
    },
    close: () => reader?.cancel(),
  };
}

function parse(block: string): ReadEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? null;
  return { id: field("id"), name: field("event") ?? "", data: JSON.parse(field("data") ?? "null") };
}
