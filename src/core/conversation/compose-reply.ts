import { toTexts } from "@/core/answer/answer-texts";
import { findAnswer } from "@/core/answer/find-answer";
import { toOwnHosts } from "@/core/answer/own-hosts";
import { asksProvider, moderateHere, toModeratedReply, type Verdict } from "@/core/moderation/moderate";
import { takeMessage } from "@/core/quota/take-message";
import type { Visitor } from "@/core/visitor/visitor";
import type { Exchange } from "@/store/conversation-rows";
import type { Sql } from "@/store/database";
import { isForModel } from "./answer-with-model";

export interface Asked {
  question: string;
  citations: boolean;
  /** The conversation's. */
  status: string;
  previous?: { question: string; answer: string } | undefined;
}

export type Reply = { content: string } & Pick<
  Exchange,
  "citations" | "grounded" | "author" | "state" | "verdict" | "searchOnly" | "retrieved"
>;

const PLAIN = { citations: [], grounded: false } as const;

/**
 * What is said to a question: an answer from the tenant's knowledge, unless the message is flagged or a person has taken
 * over. Where somebody outside must be asked first the answer is `pending`. Answers count against the tenant's quota.
 */
export async function composeReply(sql: Sql, visitor: Visitor, asked: Asked): Promise<Reply> {
  const verdict = moderateHere(visitor, asked.question);
  if (verdict) return moderatedReply(verdict, asked);
  if (asked.status !== "ai") return passedOn(asked);
  const searchOnly = await takeMessage(sql, visitor);
  if (asksProvider(visitor) || (isForModel(visitor) && !searchOnly))
    return { ...PLAIN, content: "", state: "pending", searchOnly };
  return { ...(await findAnswer(sql, toWanted(visitor, asked))), searchOnly };
}

/** The same once those outside have spoken; `written` is what a model answered, where one was asked. */
export async function composeRest(
  sql: Sql,
  visitor: Visitor,
  asked: Asked,
  verdict: Verdict | null,
  written: Reply | null,
): Promise<Reply> {
  if (verdict) return moderatedReply(verdict, asked);
  if (asked.status !== "ai") return passedOn(asked);
  return written ?? findAnswer(sql, toWanted(visitor, asked));
}

function moderatedReply(verdict: Verdict, { question }: Asked): Reply {
  return { ...PLAIN, content: toModeratedReply(verdict, question), verdict };
}

function passedOn({ question, previous }: Asked): Reply {
  return { ...PLAIN, content: toTexts(question, previous?.question).passedOn, author: "system" };
}

function toWanted({ configuration }: Visitor, asked: Asked) {
  const { answerer, origins, look } = configuration;
  return { ...asked, linkHosts: toOwnHosts(answerer.linkHosts, origins), offersPerson: look.escalation };
}
