// A conversation and to whom it answers. Pure rules.
import type { Citation } from "@/core/answer/find-answer";
import { countsAsOne } from "@/core/origin/origin";
import type { Visitor } from "@/core/visitor/visitor";
import { identityOf } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import type { AnsweredRow, ConversationRow, Exchange, MessageRow } from "@/store/conversation-rows";

export type ConversationStatus = "ai" | "waiting" | "person" | "closed";

export interface Message {
  id: string;
  role: "user" | "assistant";
  /** Markdown. */
  content: string;
  citations: Citation[];
  grounded: boolean;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** Absent where the visitor or the answerer wrote it. */
  author?: "person" | "system";
  /** An answer that is still being written; absent once it is whole. */
  state?: "pending";
  /** Put together from the passages alone, because the tenant's quota is spent. */
  searchOnly?: true;
}

export interface Answer {
  conversationId: string;
  /** The visitor's message that this answers. */
  questionId: string;
  message: Message;
  moderation?: { flagged: true };
}

export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    role: row.role as Message["role"],
    content: row.content,
    citations: row.citations as Citation[],
    grounded: row.grounded,
    createdAt: row.created_at.toISOString(),
    ...(row.author === null ? {} : { author: row.author as "person" | "system" }),
    ...(row.state === "done" ? {} : { state: "pending" as const }),
    ...(row.search_only ? { searchOnly: true as const } : {}),
  };
}

/** An answer as it is about to be stored. */
export function toAnswer(exchange: Exchange): Answer {
  const { conversationId, questionId, answerId: id, answer: content, citations, grounded, now: created_at } = exchange;
  const { author = null, state = "done", verdict, searchOnly: search_only = false } = exchange;
  const row = { id, role: "assistant", content, citations, grounded, created_at, author, state, search_only };
  return { conversationId, questionId, message: toMessage(row), ...toFlag(verdict) };
}

/** An answer as it is stored. */
export function toStoredAnswer(row: AnsweredRow): Answer {
  const { conversation_id: conversationId, question_id: questionId, moderation } = row;
  return { conversationId, questionId, message: toMessage(row), ...toFlag(moderation) };
}

function toFlag(verdict: unknown): Pick<Answer, "moderation"> {
  return verdict ? { moderation: { flagged: true } } : {};
}

/**
 * Throws unless the conversation answers to this visitor. A missing one, an expired one, another user's and, unless the
 * tenant lets visitors take along what they said before they signed in, nobody's, are for a user the same
 * `conversation_not_found`; one of theirs from another page is `origin_mismatch`, unless the tenant put both pages'
 * origins in one group.
 */
export function requireOwn<Row extends ConversationRow>(visitor: Visitor, row: Row | null): Row {
  const { configuration, product } = visitor;
  if (!row) throw new Failure("conversation_not_found");
  const idleMs = product.now() - row.last_message_at.getTime();
  if (idleMs > configuration.idleSeconds * 1000) throw new Failure("conversation_not_found");
  const userId = identityOf(visitor)?.userId ?? null;
  const isOwn = row.user_id === userId || (row.user_id === null && configuration.look.carryOver);
  if (!isOwn) throw new Failure("conversation_not_found");
  if (!countsAsOne(configuration.origins, row.origin, visitor.origin, product.now()))
    throw new Failure("origin_mismatch", { reason: `the conversation began at ${row.origin}` });
  return row;
}

/** Throws `token_invalid` where the session behind the token was revoked meanwhile. */
export function requireLiveSession(live: boolean): void {
  if (!live) throw new Failure("token_invalid", { reason: "the session was revoked" });
}

export function sessionIdOf(visitor: Visitor): string | null {
  return visitor.proof.kind === "session" ? visitor.proof.session.sessionId : null;
}
