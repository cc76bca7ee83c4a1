import { asksProvider, moderateElsewhere } from "@/core/moderation/moderate";
import type { Visitor } from "@/core/visitor/visitor";
import { announce } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { saveUsage } from "@/store/answer-usage-rows";
import { findAnswered } from "@/store/conversation-rows";
import { lockConversation } from "@/store/handling-rows";
import { findTurnBefore, settleAnswer } from "@/store/pending-rows";
import { answerWithModel, isForModel, leftAfterMs } from "./answer-with-model";
import { type Asked, composeRest } from "./compose-reply";
import { type Answer, type Message, toStoredAnswer } from "./conversation";
import { messageEvent } from "./conversation-events";

const LOOK_MS = 250;

/** What an answer is about. */
export type Pending = Pick<Asked, "question" | "previous">;

/**
 * Asks those outside and finishes a pending answer, whether or not its browser still waits. Of several who do, one
 * writes it; all get what was written. `show` hears what a model says of it, as far as it may be shown. Whoever has just
 * stored it says what it is about, `known`.
 */
export async function finishAnswer(
  visitor: Visitor,
  { conversationId, message }: Pick<Answer, "conversationId" | "message">,
  citations: boolean,
  show?: (text: string) => void,
  known?: Pending,
): Promise<Answer> {
  const { database, product, tenantId } = visitor;
  const { question, previous, isOpen } = known
    ? { ...known, isOpen: !message.searchOnly }
    : await readPending(visitor, conversationId, message.id);
  const verdict = asksProvider(visitor) ? await moderateElsewhere(visitor, question) : null;
  const isModels = verdict === null && isOpen && isForModel(visitor);
  const toModel = { question, citations, previous };
  const written = isModels ? await answerWithModel(visitor, toModel, show) : null;
  return database.sql(async (sql) => {
    const conversation = await lockConversation(sql, conversationId, null);
    const present = await findAnswered(sql, message.id);
    // Erased meanwhile.
    if (!conversation || !present) throw new Failure("conversation_not_found");
    const now = new Date(product.now());
    if (written?.usage)
      await saveUsage(sql, tenantId, { ...written.usage, messageId: message.id, conversationId, now });
    if (present.state !== "pending") return toStoredAnswer(present);
    const asked = { ...toModel, status: conversation.status };
    const reply = await composeRest(sql, visitor, asked, verdict, written?.reply ?? null);
    await settleAnswer(sql, { conversationId, answerId: message.id, questionId: present.question_id, ...reply, now });
    const stored = await findAnswered(sql, message.id);
    const answer = toStoredAnswer(stored ?? present);
    await announce(sql, visitor, [messageEvent(conversationId, answer.message)]);
    return answer;
  });
}

/** What is stored of a pending answer, and whether a model may still write it. */
async function readPending(
  { database }: Visitor,
  conversationId: string,
  answerId: string,
): Promise<Pending & { isOpen: boolean }> {
  return database.sql(async (sql) => {
    const row = await findAnswered(sql, answerId);
    if (!row) throw new Failure("conversation_not_found");
    const { question, state, search_only, question_id } = row;
    const previous = await findTurnBefore(sql, conversationId, question_id);
    return { question, previous, isOpen: state === "pending" && !search_only };
  });
}

/** The whole of an answer that somebody else may be writing: waited for, and finished here when they do not. */
export async function awaitAnswer(visitor: Visitor, answer: Answer, citations: boolean): Promise<Answer> {
  const { database } = visitor;
  let present = answer;
  while (present.message.state === "pending" && !isLeft(visitor, present.message)) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const row = await database.sql((sql) => findAnswered(sql, answer.message.id));
    if (!row) throw new Failure("conversation_not_found");
    present = toStoredAnswer(row);
  }
  return present.message.state === "pending" ? finishAnswer(visitor, present, citations) : present;
}

/** Whether nobody is writing this answer any more. */
export function isLeft(visitor: Visitor, { state, createdAt }: Message): boolean {
  return state === "pending" && visitor.product.now() - Date.parse(createdAt) > leftAfterMs(visitor);
}
