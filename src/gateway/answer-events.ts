import type { Answer } from "../../widget/wire";
import type { StreamEvent } from "./event-stream";

/** How much of an answer one event carries. */
const WORDS_PER_EVENT = 4;

/** A finished answer as the events of a stream. The deltas joined are its content. */
export function* answerEvents(answer: Answer): Generator<StreamEvent> {
  const { conversationId, questionId, message } = answer;
  yield {
    name: "message.start",
    data: { conversationId, messageId: message.id, ...(questionId ? { questionId } : {}) },
  };
  const words = message.content.match(/\s*\S+|\s+$/g) ?? [];
  for (let i = 0; i < words.length; i += WORDS_PER_EVENT)
    yield { name: "message.delta", data: { text: words.slice(i, i + WORDS_PER_EVENT).join("") } };
  for (const citation of message.citations) yield { name: "citation", data: citation };
  yield { name: "message.done", data: answer };
}
