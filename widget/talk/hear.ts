import type { Citation, WireEvents } from "../wire";
import type { Conversation } from "./conversation";
import type { Entry } from "./entry";

export type Heard = Partial<WireEvents[keyof WireEvents]>;

/** Takes in what an answer's stream says of it. */
export function hear(
  { change, remember }: Pick<Conversation, "change" | "remember">,
  question: Entry,
  answer: Entry,
  name: string,
  event: Heard,
): void {
  const { conversationId, messageId, questionId, text, content } = event as Partial<
    WireEvents["message.start"] & WireEvents["message.delta"] & WireEvents["message.replace"]
  >;
  if (name === "message.start" && conversationId) {
    question.id = questionId ?? question.id;
    answer.id = messageId;
    remember(conversationId);
  }
  if (name === "message.delta") change(answer, { content: answer.content + (text ?? ""), state: "streaming" });
  if (name === "message.replace") change(answer, { content: content ?? "", state: "streaming" });
  if (name === "citation") change(answer, { citations: [...answer.citations, event as Citation] });
}
