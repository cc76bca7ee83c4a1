// A part of its own: a conversation in which a person may speak.

import type { Status } from "../talk/conversation";
import { type Entry, toEntry } from "../talk/entry";
import { follow } from "../talk/follow";
import type { Gateway } from "../talk/gateway";
import type { Answer, WireMessage } from "../wire";
import type { ExtraWorld } from "./extra";
import { createFollower } from "./follower";
import { personEnglish } from "./person-words";

export interface Person {
  /** To be told of each change of the conversation's status; says who answers, where that is not the assistant. */
  follow(status: Status): string | undefined;
}

/** Follows the conversation's own stream while a person may speak in it. */
export function createPerson(
  { conversation, words, signal }: ExtraWorld,
  gateway: Gateway,
  onFinished: (entry: Entry) => void,
): Person {
  const said = words(personEnglish);
  const follower = createFollower((signal) => {
    const last = conversation.entries().findLast((entry) => entry.id)?.id;
    const take = (name: string, event: Record<string, unknown>) => {
      if (signal.aborted) return true;
      if (name === "conversation.status") conversation.setStatus(event.status as Status);
      const message = name === "message.done" && (event as Partial<Answer>).message;
      if (message) merge(message);
      return false;
    };
    return follow(gateway, conversation.id() ?? "", last, take, signal);
  }, signal);

  function merge(message: WireMessage) {
    const { id, role, content, author } = message;
    const isKnown = conversation
      .entries()
      .some((entry) => entry.id === id || (!entry.id && entry.role === role && entry.content === content));
    if (isKnown || (conversation.isBusy() && role === "assistant" && author !== "person")) return;
    const entry = toEntry(message);
    conversation.add(entry);
    if (role === "assistant") onFinished(entry);
  }

  return {
    follow(status) {
      if (status === "waiting" || status === "person") follower.start();
      else follower.stop();
      return { waiting: said.waitingForPerson, person: said.withPerson, closed: undefined, ai: undefined }[status];
    },
  };
}
