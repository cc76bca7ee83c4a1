// A nonce is an idempotency key: within its scope and for 24 h it stands for one question.
import { sha256Hex } from "@/core/id/id";
import { identityOf, type Visitor } from "@/core/visitor/visitor";
import type { Claim } from "@/store/opening-rows";

const LIFE_MS = 24 * 3600_000;

/** What is to be claimed before answering; null without a nonce. */
export async function toClaim(
  visitor: Visitor,
  nonce: string | undefined,
  conversationId: string,
  answerId: string,
  when: { start: string } | "continue",
): Promise<Claim | null> {
  if (nonce === undefined) return null;
  const now = visitor.product.now();
  const scope = when === "continue" ? conversationId : await startScope(visitor, when.start);
  return { scope, nonce, conversationId, answerId, now: new Date(now), oldest: new Date(now - LIFE_MS) };
}

/**
 * Who starts: the user, else the visitor, else whoever sits at this page and address and asks this very question: a nonce
 * that somebody else at the same address could guess shows them nothing that they have not asked themselves.
 */
async function startScope(visitor: Visitor, question: string): Promise<string> {
  const userId = identityOf(visitor)?.userId;
  if (userId !== undefined) return `user:${userId}`;
  if (visitor.proof.kind === "session") return `visitor:${visitor.proof.session.visitorId}`;
  return `address:${await sha256Hex(`${visitor.origin} ${visitor.address} ${question}`)}`;
}
