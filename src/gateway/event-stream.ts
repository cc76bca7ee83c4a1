// Server-sent events: ids count up, a ping every 15 s, exactly one message.done or error at the end.
import type { Problem, WireEvents } from "../../widget/wire";

export type StreamEvent = { [Name in keyof WireEvents]: { name: Name; data: WireEvents[Name] } }[keyof WireEvents];

export const EVENT_STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
} as const;

export const PING_MS = 15_000;

/**
 * Streams `events` until the first message.done or error. When the source breaks or ends without one, `toProblem` makes
 * the error that ends the stream. The source is read to its end also when the browser leaves: the answer belongs to the server.
 */
export function toEventStream(
  events: AsyncIterable<StreamEvent> | Iterable<StreamEvent>,
  toProblem: (error: unknown) => Problem,
  pingMs = PING_MS,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let gone = false;
  let ping: ReturnType<typeof setInterval> | undefined;
  return new ReadableStream({
    start(controller) {
      let id = 0;
      let ended = false;
      const write = (text: string) => {
        if (!gone) controller.enqueue(encoder.encode(text));
      };
      const send = ({ name, data }: StreamEvent) => {
        if (ended) return;
        id += 1;
        ended = name === "message.done" || name === "error";
        write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      ping = setInterval(() => write(": ping\n\n"), pingMs);
      const run = async () => {
        try {
          for await (const event of events) send(event);
          if (!ended) throw new Error("the answer ended too early");
        } catch (error) {
          send({ name: "error", data: toProblem(error) });
        } finally {
          clearInterval(ping);
          if (!gone) controller.close();
        }
      };
      void run();
    },
    cancel() {
      gone = true;
      clearInterval(ping);
    },
  });
}
