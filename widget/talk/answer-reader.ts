import type { Answer, WireEvents } from "../wire";
import { createEventStreamReader } from "./event-stream";
import { failureOf, unexpected } from "./failure";
import { withinSilence } from "./silence";

/** Hears an answer as it is written: every event of the stream but the two that end it. */
export type AnswerListener = (name: string, event: Partial<WireEvents[keyof WireEvents]>) => void;

/**
 * Reads an answer that comes as an event stream, or whole as JSON when something on the way held the stream back.
 * Anything else, and a stream that ends before its end, is a failure `unexpected`.
 */
export async function readAnswer(response: Response, listener: AnswerListener): Promise<Answer> {
  const type = response.headers.get("content-type") ?? "";
  if (/\bjson\b/.test(type)) return checkAnswer(parse(await response.text()));
  if (!type.startsWith("text/event-stream")) throw unexpected(type);

  let answer: Answer | undefined;
  await readEvents(response, (name, event) => {
    if (name !== "message.done") listener(name, event);
    else answer = checkAnswer(event);
    return answer !== undefined;
  });
  if (!answer) throw unexpected("cut off");
  return answer;
}

/** Hands every event of a stream to `take` until that says it is enough; an `error` event is thrown. */
export async function readEvents(
  response: Response,
  take: (name: string, event: Record<string, unknown>) => boolean,
): Promise<void> {
  let enough = false;
  const events = createEventStreamReader((name, data) => {
    if (enough) return;
    if (name === "error") throw failureOf(parse(data));
    enough = take(name, parse(data));
  });
  // A host's own fetch may not know how to stream: then the events come all at once.
  if (!response.body) return events.push(await response.text());
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    while (!enough) {
      const { done, value } = await withinSilence(reader.read());
      if (done) break;
      events.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(data: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(data)) as Record<string, unknown>;
  } catch {
    throw unexpected("no JSON");
  }
}

function checkAnswer(said: Record<string, unknown>): Answer {
  const answer = said as Partial<Answer>;
  if (!answer.conversationId || typeof answer.message?.content !== "string") throw unexpected("no message");
  return answer as Answer;
}
