import type { Answer } from "../wire";
import type { Conversation } from "./conversation";
import type { Entry } from "./entry";
import { toFailure } from "./failure";
import type { Gateway } from "./gateway";
import { hear } from "./hear";

/** What asking needs besides the conversation it happens in. */
export interface Asked {
  gateway: Gateway;
  nonce(): string;
  /** What deals with conversations of earlier pages. */
  recall(): Promise<typeof import("../extra/recall")>;
  /** The gateway knows the conversation no more: the question begins another. */
  onLost(question: Entry): Promise<void>;
}

/** Asks one question until it has its answer, which grows meanwhile; rejects with whatever kept it away. */
export async function ask(
  conversation: Conversation,
  { gateway, nonce, recall, onLost }: Asked,
  question: Entry,
  answer: Entry,
  signal: AbortSignal,
): Promise<Answer> {
  const { id } = conversation;
  const own = question.nonce ?? nonce();
  const send = (conversationId: string | null) =>
    gateway.ask(
      { message: question.content, nonce: own, conversationId },
      (name, event) => signal.aborted || hear(conversation, question, answer, name, event),
      signal,
    );
  const read =
    question.interrupted &&
    (await recall().then(
      ({ listen }) => listen(conversation, gateway, question, answer, signal),
      () => null,
    ));
  if (read) return read;
  try {
    return await send(id());
  } catch (thrown) {
    const isLost = /^conversation_(not_found|closed)$/.test(toFailure(thrown).code);
    if (!isLost || !id() || signal.aborted) throw thrown;
    await onLost(question);
    return send(null);
  }
}
