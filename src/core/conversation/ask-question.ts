import { z } from "zod";
import { findAnswer } from "@/core/answer/find-answer";
import { isId, newId } from "@/core/id/id";
import { toVisitorRow } from "@/core/session/open-session";
import { PageUrlHash } from "@/core/visitor/page-url-hash";
import { identityOf, type Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import {
  addExchange,
  beginConversation,
  continueConversation,
  type Exchange,
  findFirstAnswer,
  openConversation,
} from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { upsertVisitor } from "@/store/session-rows";
import { type Answer, requireLiveSession, requireOwn, sessionIdOf, toMessage } from "./conversation";
import { toClaim } from "./nonce";

// NUL and halves of surrogate pairs are no text: Postgres refuses them, and no keyboard makes them.
const Text = z.string().regex(/^[^\0\p{Surrogate}]*$/u, "Contains a character that is no text.");

const Question = z.object({
  message: Text.max(8000, "At most 8000 characters.").refine((text) => text.trim() !== "", "Ask something."),
  citations: z.boolean().default(true),
  nonce: Text.min(1).max(200).optional(),
});
export const StartConversation = Question.extend({ pageUrlHash: PageUrlHash.optional() });
export const ContinueConversation = Question;
export type StartConversation = z.infer<typeof StartConversation>;
export type ContinueConversation = z.infer<typeof ContinueConversation>;

/**
 * Begins a conversation with a question. Question and answer are committed before this returns. The same nonce from the
 * same visitor within 24 h gets the first answer again, also when both arrive at once.
 */
export async function startConversation(visitor: Visitor, input: StartConversation): Promise<Answer> {
  const conversationId = newId("conversation");
  const answerId = newId("message");
  const claim = await toClaim(visitor, input.nonce, conversationId, answerId, "start");
  const sessionId = sessionIdOf(visitor);
  return visitor.database.sql(async (sql) => {
    if (claim || sessionId) {
      const opening = await openConversation(sql, visitor.tenantId, claim, sessionId);
      requireLiveSession(opening.sessionLive);
      if (claim && !opening.claimed) return firstAnswer(sql, claim.scope, claim.nonce);
    }
    const exchange = await answerQuestion(sql, visitor, input, conversationId, answerId);
    await beginConversation(sql, visitor.tenantId, exchange, {
      origin: visitor.origin,
      visitorId: await visitorIdOf(sql, visitor),
      userId: identityOf(visitor)?.userId ?? null,
      pageUrlHash: input.pageUrlHash ?? null,
    });
    return toAnswer(exchange);
  });
}

/**
 * Goes on with a conversation that answers to this visitor (else as `requireOwn` says). Otherwise as
 * `startConversation`; a closed one is `conversation_closed`.
 */
export async function askQuestion(
  visitor: Visitor,
  input: ContinueConversation & { conversationId: string },
): Promise<Answer> {
  const { conversationId } = input;
  if (!isId("conversation", conversationId)) throw new Failure("conversation_not_found");
  const { tenantId } = visitor;
  const answerId = newId("message");
  const claim = await toClaim(visitor, input.nonce, conversationId, answerId, "continue");
  return visitor.database.sql(async (sql) => {
    const found = await continueConversation(sql, tenantId, claim, conversationId, sessionIdOf(visitor));
    const conversation = requireOwn(visitor, found?.conversation ?? null);
    requireLiveSession(found?.sessionLive ?? false);
    if (claim && !found?.claimed) return firstAnswer(sql, claim.scope, claim.nonce);
    if (conversation.status === "closed") throw new Failure("conversation_closed");
    const exchange = await answerQuestion(sql, visitor, input, conversationId, answerId, found?.previous);
    await addExchange(sql, tenantId, exchange);
    return toAnswer(exchange);
  });
}

async function answerQuestion(
  sql: Sql,
  visitor: Visitor,
  input: ContinueConversation,
  conversationId: string,
  answerId: string,
  previous?: { question: string; answer: string },
): Promise<Exchange> {
  const question = input.message;
  const found = await findAnswer(sql, { question, previous, citations: input.citations });
  const { content, citations, grounded } = found;
  const now = new Date(visitor.product.now());
  const questionId = newId("message");
  return { conversationId, questionId, question, answerId, answer: content, citations, grounded, now };
}

function toAnswer(exchange: Exchange): Answer {
  const { conversationId, answerId: id, answer: content, citations, grounded, now: created_at } = exchange;
  return { conversationId, message: toMessage({ id, role: "assistant", content, citations, grounded, created_at }) };
}

async function firstAnswer(sql: Sql, scope: string, nonce: string): Promise<Answer> {
  const row = await findFirstAnswer(sql, scope, nonce);
  if (!row) throw new Failure("conversation_not_found");
  return { conversationId: row.conversation_id, message: toMessage(row) };
}

async function visitorIdOf(sql: Sql, visitor: Visitor): Promise<string | null> {
  const { proof, product, tenantId } = visitor;
  if (proof.kind === "session") return proof.session.visitorId;
  return proof.kind === "identity" ? upsertVisitor(sql, tenantId, toVisitorRow(proof.identity, product.now())) : null;
}
