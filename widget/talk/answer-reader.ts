import type { Answer, WireEvents } from "../wire";
import { createEventStreamReader } from "./event-stream";
import { Failure } from "./failure";

/** Hears an answer as it is written: every event of the stream but the two that end it. */
export type AnswerListener = (name: string, event: Partial<WireEvents[keyof WireEvents]>) => void;

const SILENCE_LIMIT_MS = 60_000;

/**
 * Reads an answer that comes as an event stream, or whole as JSON when something on the way held the stream back.
 * Anything else, and a stream that ends before its end, is a failure `unexpected`.
 */
export async function readAnswer(response: Response, listener: AnswerListener, signal: AbortSignal): Promise<Answer> {
  const type = response.headers.get("content-type") ?? "";
  if (/\bjson\b/.test(type)) return checkAnswer(parse(await response.text()));
  if (!type.startsWith("text/event-stream")) throw unexpected(`no event stream but ${type}`);

  let answer: Answer | undefined;
  await readEvents(
    response,
    (name, event) => {
      if (name !== "message.done") listener(name, event);
      else answer = checkAnswer(event);
      return answer !== undefined;
    },
    signal,
  );
  if (!answer) throw unexpected("the stream ended in the middle");
  return answer;
}

/** Hands every event of a stream to `take` until that says it is enough; an `error` event is thrown. */
export async function readEvents(
  response: Response,
  take: (name: string, event: Record<string, unknown>) => boolean,
  signal: AbortSignal,
): Promise<void> {
  if (!response.body) throw unexpected("no event stream");
  let enough = false;
  const events = createEventStreamReader((name, data) => {
    if (enough) return;
    if (name === "error") throw Failure.of(parse(data));
    enough = take(name, parse(data));
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    while (!enough) {
      const { done, value } = await withinSilence(reader.read());
      if (done) break;
      events.push(decoder.decode(value, { stream: true }));
    }
  } catch (cause) {
    throw signal.aborted || cause instanceof Failure ? cause : unexpected(`the stream broke: ${cause}`);
  } finally {
    reader.cancel().catch(() => {});
  }
}

const unexpected = (detail: string) => new Failure("unexpected", 0, detail);

function parse(data: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(data)) as Record<string, unknown>;
  } catch {
    throw unexpected("an event is no JSON");
  }
}

function checkAnswer(said: Record<string, unknown>): Answer {
  const answer = said as Partial<Answer>;
  if (!answer.conversationId || typeof answer.message?.content !== "string")
    throw unexpected("no message in the answer");
  return answer as Answer;
}

/** The gateway pings every 15 s, so a minute of silence means that nobody is there any more. */
export function withinSilence<T>(waiting: Promise<T>, limitMs = SILENCE_LIMIT_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), limitMs);
  });
  return Promise.race([waiting, silence]).finally(() => clearTimeout(timer));
}
