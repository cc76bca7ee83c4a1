// A part of its own: a conversation that was begun elsewhere, on an earlier page of this tab.

import { lostEnglish } from "../failure-words";
import type { Later } from "../later";
import type { Conversation } from "../talk/conversation";
import { type Entry, toEntry } from "../talk/entry";
import { follow } from "../talk/follow";
import type { Gateway } from "../talk/gateway";
import { hear } from "../talk/hear";
import { withinSilence } from "../talk/silence";
import type { Answer, Transcript } from "../wire";

/** How long an interrupted answer is waited for before its question is asked again, with the same nonce. */
const RESUME_LIMIT_MS = 20_000;

/** Asks the gateway for what came in the conversation `known` since an earlier page of this tab showed it. */
export async function catchUp(conversation: Conversation, gateway: Gateway, known: string | null): Promise<void> {
  if (!known || conversation.isBusy()) return;
  try {
    const { messages, status } = (await (await gateway.act(known, "GET")).json()) as Transcript;
    if (conversation.id() !== known) return;
    conversation.setStatus(status);
    // Only what is longer than ours can be news, and only while nothing new was begun.
    if (conversation.isBusy() || messages.length <= conversation.entries().length) return;
    conversation.replace(messages.filter((one) => !one.state).map(toEntry));
  } catch {
    // What this tab remembers is shown; if the conversation is gone, the next message will find out.
  }
}

/** Reads an answer that was begun for an earlier page, rather than asking for it again; null if it does not come. */
export async function listen(
  conversation: Conversation,
  gateway: Gateway,
  question: Entry,
  answer: Entry,
  signal: AbortSignal,
): Promise<Answer | null> {
  const id = conversation.id();
  if (!question.id || !id) return null;
  const own = new AbortController();
  signal.addEventListener("abort", () => own.abort(), { signal: own.signal });
  let found: Answer | null = null;
  const take = (name: string, event: Record<string, unknown>) => {
    const said = name === "message.done" ? (event as unknown as Answer) : null;
    if (said?.message?.role === "assistant") found = said;
    else if (!said && !signal.aborted) hear(conversation, question, answer, name, event);
    return found !== null;
  };
  try {
    await withinSilence(follow(gateway, id, question.id, take, own.signal), RESUME_LIMIT_MS);
  } catch {
    // Then it is asked for again.
  }
  own.abort();
  signal.throwIfAborted();
  if (!found) conversation.change(answer, { content: "", citations: [], state: "sending" });
  return found;
}

/** The gateway knows the conversation no more: notes it above the question that found out, which begins another. */
export function startOver(conversation: Conversation, question: Entry, words: Later["words"]): void {
  const entries = [...conversation.entries()];
  const { createdAt } = question;
  const content = words(lostEnglish).conversation_not_found;
  entries.splice(entries.indexOf(question), 0, toEntry({ role: "note", content, createdAt }));
  conversation.remember(null);
  conversation.setStatus("ai");
  conversation.replace(entries);
}
