import { moderateElsewhere } from "@/core/moderation/moderate";
import type { Visitor } from "@/core/visitor/visitor";
import { announce } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { findAnswered } from "@/store/conversation-rows";
import { lockConversation } from "@/store/handling-rows";
import { findTurnBefore, settleAnswer } from "@/store/pending-rows";
import { composeRest } from "./compose-reply";
import { type Answer, type Message, toStoredAnswer } from "./conversation";
import { messageEvent } from "./conversation-events";

/** An answer that is pending for longer has been left alone: its process is gone, or its database was. */
const LEFT_MS = 10_000;
const LOOK_MS = 250;

/**
 * Asks those outside and finishes a pending answer, whether or not its browser still waits. Of several who do, one
 * writes it; all get what was written.
 */
export async function finishAnswer(
  visitor: Visitor,
  { conversationId, message }: Pick<Answer, "conversationId" | "message">,
  citations: boolean,
): Promise<Answer> {
  const { database, product } = visitor;
  const pending = await database.sql((sql) => findAnswered(sql, message.id));
  if (!pending) throw new Failure("conversation_not_found");
  const verdict = await moderateElsewhere(visitor, pending.question);
  return database.sql(async (sql) => {
    const conversation = await lockConversation(sql, conversationId, null);
    const present = await findAnswered(sql, message.id);
    // Erased meanwhile.
    if (!conversation || !present) throw new Failure("conversation_not_found");
    if (present.state !== "pending") return toStoredAnswer(present);
    const previous = await findTurnBefore(sql, conversationId, present.question_id);
    const asked = { question: present.question, citations, status: conversation.status, previous };
    const reply = await composeRest(sql, asked, verdict);
    const now = new Date(product.now());
    await settleAnswer(sql, { conversationId, answerId: message.id, questionId: present.question_id, ...reply, now });
    const written = await findAnswered(sql, message.id);
    const answer = toStoredAnswer(written ?? present);
    await announce(sql, visitor, [messageEvent(conversationId, answer.message)]);
    return answer;
  });
}

/** The whole of an answer that somebody else may be writing: waited for, and finished here when they do not. */
export async function awaitAnswer(visitor: Visitor, answer: Answer, citations: boolean): Promise<Answer> {
  const { database, product } = visitor;
  let present = answer;
  while (present.message.state === "pending" && !isLeft(present.message, product.now())) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const row = await database.sql((sql) => findAnswered(sql, answer.message.id));
    if (!row) throw new Failure("conversation_not_found");
    present = toStoredAnswer(row);
  }
  return present.message.state === "pending" ? finishAnswer(visitor, present, citations) : present;
}

/** Whether nobody is writing this answer any more. */
export function isLeft({ state, createdAt }: Message, now: number): boolean {
  return state === "pending" && now - Date.parse(createdAt) > LEFT_MS;
}
