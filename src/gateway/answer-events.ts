import type { Writing } from "@/core/conversation/writing";
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

/** An answer that is being written, as it is. What was shown before its end and does not stand in it is replaced. */
export async function* writingEvents({ begun, texts, whole }: Writing): AsyncGenerator<StreamEvent> {
  const [start] = answerEvents(begun);
  if (start) yield start;
  let shown = "";
  for await (const text of texts) {
    shown += text;
    yield { name: "message.delta", data: { text } };
  }
  const answer = await whole;
  const { content } = answer.message;
  if (shown === "") {
    for (const event of answerEvents(answer)) if (event.name !== "message.start") yield event;
    return;
  }
  if (shown !== content) yield { name: "message.replace", data: { content } };
  for (const citation of answer.message.citations) yield { name: "citation", data: citation };
  yield { name: "message.done", data: answer };
}
