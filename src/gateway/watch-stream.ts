// A conversation's own event stream: as cheap as can be while nothing is said, because many stand open at once.
import type { Message } from "@/core/conversation/conversation";
import type { News, Watch } from "@/core/conversation/watch";
import type { Problem } from "../../widget/wire";
import { answerEvents } from "./answer-events";
import { PING_MS, type StreamEvent } from "./event-stream";

/**
 * Streams what a watch brings, pings through its silence and ends with it; an `error` event says why it ended early.
 * The id of an event is the number of messages that are whole with it: it counts up, and Last-Event-ID goes on from there.
 * Nothing is done before somebody reads, and no faster than they do.
 */
export function toWatchStream(
  watch: Watch,
  toProblem: (error: unknown) => Problem,
  pingMs = PING_MS,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let over = false;
  const nextText = async (): Promise<string | null> => {
    if (over) return null;
    try {
      const news = await watch.next(pingMs);
      return news === "silence" ? ": ping\n\n" : news && toText(watch.conversationId, news);
    } catch (error) {
      over = true;
      return format({ name: "error", data: toProblem(error) });
    }
  };
  return new ReadableStream(
    {
      async pull(controller) {
        const text = await nextText();
        if (text !== null) return controller.enqueue(encoder.encode(text));
        watch.stop();
        controller.close();
      },
      cancel: () => watch.stop(),
    },
    { highWaterMark: 0 },
  );
}

function toText(conversationId: string, { status, messages, files, position }: News): string {
  const before = status === null ? "" : format({ name: "conversation.status", data: { conversationId, status } });
  const said = messages.map((message, i) => toEvents(conversationId, message, position + i + 1)).join("");
  return before + said + files.map((file) => format({ name: "file", data: { conversationId, file } })).join("");
}

/** A visitor's message is one event, an answer the same events as where it was asked for. */
function toEvents(conversationId: string, message: Message, id: number): string {
  if (message.state === "pending")
    return format({ name: "message.start", data: { conversationId, messageId: message.id } });
  const done: StreamEvent = { name: "message.done", data: { conversationId, message } };
  const events = message.role === "user" ? [done] : [...answerEvents({ conversationId, message })];
  return events.map((event) => format(event, event.name === "message.done" ? id : null)).join("");
}

function format({ name, data }: StreamEvent, id: number | null = null): string {
  return `${id === null ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
