import { z } from "zod";
import { isId, newId } from "@/core/id/id";
import { toVisitorRow } from "@/core/session/open-session";
import { ProofOfWorkInput, requireProof } from "@/core/session/require-proof";
import { PageUrlHash } from "@/core/visitor/page-url-hash";
import { identityOf, type Visitor } from "@/core/visitor/visitor";
import { announce } from "@/core/webhook/announce";
import { Failure } from "@/failures";
import { claimConversation } from "@/store/claim-rows";
import { addExchange, beginConversation, type Exchange, findFirstAnswer } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { continueConversation, openConversation } from "@/store/opening-rows";
import { upsertVisitor } from "@/store/session-rows";
import { isForModel } from "./answer-with-model";
import { type Asked, composeReply } from "./compose-reply";
import { type Answer, requireLiveSession, requireOwn, sessionIdOf, toAnswer, toStoredAnswer } from "./conversation";
import { conversationEvent, exchangeEvents } from "./conversation-events";
import { awaitAnswer, finishAnswer } from "./finish-answer";
import { toClaim } from "./nonce";
import { PageContext } from "./page-context";
import { Text } from "./text";
import { beginWriting, type Writing } from "./writing";

const Question = z.object({
  message: Text.max(8000, "At most 8000 characters.").refine((text) => text.trim() !== "", "Ask something."),
  citations: z.boolean().default(true),
  nonce: Text.min(1).max(200).optional(),
});
export const StartConversation = Question.extend({
  pageUrlHash: PageUrlHash.optional(),
  context: PageContext.optional(),
  /** A solved challenge, where one was asked for. */
  proof: ProofOfWorkInput.optional(),
});
export const ContinueConversation = Question;
export type StartConversation = z.infer<typeof StartConversation>;
export type ContinueConversation = z.infer<typeof ContinueConversation>;

/**
 * Begins a conversation with a question. Without a token it may cost a proof of work (`requireProof`). Question and answer are committed before this returns; of an answer that a model
 * writes, that it is being written. The same nonce from the
 * same visitor within 24 h gets the first answer again, also when both arrive at once.
 */
export async function startConversation(visitor: Visitor, input: StartConversation): Promise<Answer | Writing> {
  await requireProof(visitor, input.proof);
  const conversationId = newId("conversation");
  const answerId = newId("message");
  const claim = await toClaim(visitor, input.nonce, conversationId, answerId, { start: input.message });
  const sessionId = sessionIdOf(visitor);
  const answer = await visitor.database.sql(async (sql) => {
    if (claim || sessionId) {
      const opening = await openConversation(sql, visitor.tenantId, claim, sessionId);
      requireLiveSession(opening.sessionLive);
      if (claim && !opening.claimed) return firstAnswer(sql, claim.scope, claim.nonce);
    }
    const asked = { ...input, status: "ai" };
    const exchange = await answerQuestion(sql, visitor, asked, conversationId, answerId);
    await beginConversation(sql, visitor.tenantId, exchange, {
      origin: visitor.origin,
      visitorId: await visitorIdOf(sql, visitor),
      userId: identityOf(visitor)?.userId ?? null,
      pageUrlHash: input.pageUrlHash ?? null,
      context: input.context ?? null,
    });
    await announce(sql, visitor, [conversationEvent(visitor, conversationId), ...exchangeEvents(exchange)]);
    return toAnswer(exchange);
  });
  return whole(visitor, answer, answerId, input, undefined);
}

/**
 * Goes on with a conversation that answers to this visitor (else as `requireOwn` says). Otherwise as
 * `startConversation`; a closed one is `conversation_closed`.
 */
export async function askQuestion(
  visitor: Visitor,
  input: ContinueConversation & { conversationId: string },
): Promise<Answer | Writing> {
  const { conversationId } = input;
  if (!isId("conversation", conversationId)) throw new Failure("conversation_not_found");
  const { tenantId } = visitor;
  const answerId = newId("message");
  const claim = await toClaim(visitor, input.nonce, conversationId, answerId, "continue");
  let previous: Asked["previous"];
  const answer = await visitor.database.sql(async (sql) => {
    const found = await continueConversation(sql, tenantId, claim, conversationId, sessionIdOf(visitor));
    const conversation = requireOwn(visitor, found?.conversation ?? null);
    requireLiveSession(found?.sessionLive ?? false);
    if (claim && !found?.claimed) return firstAnswer(sql, claim.scope, claim.nonce);
    if (conversation.status === "closed") throw new Failure("conversation_closed");
    const userId = identityOf(visitor)?.userId ?? null;
    if (userId !== null && conversation.user_id === null)
      await claimConversation(sql, tenantId, conversationId, { userId, visitorId: await visitorIdOf(sql, visitor) });
    previous = found?.previous;
    const asked = { ...input, status: conversation.status, previous };
    const exchange = await answerQuestion(sql, visitor, asked, conversationId, answerId);
    await addExchange(sql, tenantId, exchange);
    await announce(sql, visitor, exchangeEvents(exchange));
    return toAnswer(exchange);
  });
  return whole(visitor, answer, answerId, input, previous);
}

async function answerQuestion(
  sql: Sql,
  visitor: Visitor,
  asked: ContinueConversation & Pick<Asked, "status" | "previous">,
  conversationId: string,
  answerId: string,
): Promise<Exchange> {
  const question = asked.message;
  const citations = asked.citations && visitor.configuration.look.citations;
  const { content: answer, ...reply } = await composeReply(sql, visitor, { ...asked, question, citations });
  const now = new Date(visitor.product.now());
  return { conversationId, questionId: newId("message"), question, answerId, answer, ...reply, now };
}

/**
 * An answer that waits for somebody outside is finished now that its question is safe: by the request that asked it
 * first; whoever asks it again waits.
 */
function whole(
  visitor: Visitor,
  answer: Answer,
  answerId: string,
  { message: question, citations }: ContinueConversation,
  previous: Asked["previous"],
): Answer | Writing | Promise<Answer> {
  if (answer.message.state !== "pending") return answer;
  const wanted = citations && visitor.configuration.look.citations;
  if (answer.message.id !== answerId) return awaitAnswer(visitor, answer, wanted);
  const known = { question, previous };
  if (!isForModel(visitor)) return finishAnswer(visitor, answer, wanted, undefined, known);
  return beginWriting(answer, (show) => finishAnswer(visitor, answer, wanted, show, known));
}

async function firstAnswer(sql: Sql, scope: string, nonce: string): Promise<Answer> {
  const row = await findFirstAnswer(sql, scope, nonce);
  if (!row) throw new Failure("conversation_not_found");
  return toStoredAnswer(row);
}

async function visitorIdOf(sql: Sql, visitor: Visitor): Promise<string | null> {
  const { proof, product, tenantId } = visitor;
  if (proof.kind === "session") return proof.session.visitorId;
  return proof.kind === "identity" ? upsertVisitor(sql, tenantId, toVisitorRow(proof.identity, product.now())) : null;
}
