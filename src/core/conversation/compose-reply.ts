import { findAnswer } from "@/core/answer/find-answer";
import { asksProvider, moderateHere, toModeratedReply, type Verdict } from "@/core/moderation/moderate";
import { takeMessage } from "@/core/quota/take-message";
import type { Visitor } from "@/core/visitor/visitor";
import type { Exchange } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";

export interface Asked {
  question: string;
  citations: boolean;
  /** The conversation's. */
  status: string;
  previous?: { question: string; answer: string } | undefined;
}

export type Reply = { content: string } & Pick<
  Exchange,
  "citations" | "grounded" | "author" | "state" | "verdict" | "searchOnly"
>;

const PLAIN = { citations: [], grounded: false } as const;
const PASSED_ON = "Thank you. Your message was passed on; somebody from the team will answer here.";

/**
 * What is said to a question: an answer from the tenant's knowledge, unless the message is flagged or a person has taken
 * over. Where somebody outside must be asked first the answer is `pending`. Answers count against the tenant's quota.
 */
export async function composeReply(sql: Sql, visitor: Visitor, asked: Asked): Promise<Reply> {
  const verdict = moderateHere(visitor, asked.question);
  if (verdict) return moderatedReply(verdict);
  if (asked.status !== "ai") return { ...PLAIN, content: PASSED_ON, author: "system" };
  const searchOnly = await takeMessage(sql, visitor);
  if (asksProvider(visitor)) return { ...PLAIN, content: "", state: "pending", searchOnly };
  return { ...(await findAnswer(sql, asked)), searchOnly };
}

/** The same once those outside have spoken. */
export async function composeRest(sql: Sql, asked: Asked, verdict: Verdict | null): Promise<Reply> {
  if (verdict) return moderatedReply(verdict);
  if (asked.status !== "ai") return { ...PLAIN, content: PASSED_ON, author: "system" };
  return findAnswer(sql, asked);
}

function moderatedReply(verdict: Verdict): Reply {
  return { ...PLAIN, content: toModeratedReply(verdict), verdict };
}
