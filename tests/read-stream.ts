// An event stream read to its end, with when each event arrived.
export interface Told {
  name: string;
  data: { text?: string; content?: string };
}

export async function readStream(response: Response): Promise<{ events: Told[]; arrivals: number[] }> {
  const events: Told[] = [];
  const arrivals: number[] = [];
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1];
      if (!name) continue;
      events.push({ name, data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null") });
      arrivals.push(performance.now());
    }
  }
  return { events, arrivals };
}

/** What a reader of the stream sees at its end. */
export function shownAtEnd(events: { name: string; data: { text?: string; content?: string } }[]): string {
  return events.reduce(
    (shown, { name, data }) =>
      name === "message.delta" ? shown + data.text : name === "message.replace" ? (data.content ?? "") : shown,
    "",
  );
}

interface Done {
  conversationId: string;
  message: { content: string; grounded: boolean; citations: { quote: string }[] };
}

/** The answer that ends a stream. */
export function lastOf(events: { name: string; data: object }[]): Done {
  const last = events.at(-1);
  if (last?.name !== "message.done") throw new Error("no end");
  return last.data as Done;
}
