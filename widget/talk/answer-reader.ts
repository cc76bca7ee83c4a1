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
  if (/\bjson\b/.test(type)) return parseAnswer(await response.text());
  if (!type.startsWith("text/event-stream") || !response.body) throw unexpected(`no event stream but ${type}`);

  let answer: Answer | undefined;
  const events = createEventStreamReader((name, data) => {
    if (answer) return;
    if (name === "message.done") answer = parseAnswer(data);
    else if (name === "error") throw Failure.of(parse(data));
    else listener(name, parse(data));
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    while (!answer) {
      const { done, value } = await withinSilence(reader.read());
      if (done) break;
      events.push(decoder.decode(value, { stream: true }));
    }
  } catch (cause) {
    throw signal.aborted || cause instanceof Failure ? cause : unexpected(`the stream broke: ${cause}`);
  } finally {
    reader.cancel().catch(() => {});
  }
  if (!answer) throw unexpected("the stream ended in the middle");
  return answer;
}

const unexpected = (detail: string) => new Failure("unexpected", 0, detail);

function parse(data: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(data)) as Record<string, unknown>;
  } catch {
    throw unexpected("an event is no JSON");
  }
}

function parseAnswer(data: string): Answer {
  const answer = parse(data) as Partial<Answer>;
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
