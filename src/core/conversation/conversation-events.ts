// What webhooks are told of conversations.
import { identityOf, type Visitor } from "@/core/visitor/visitor";
import type { WebhookEvent } from "@/core/webhook/webhook";
import type { Exchange } from "@/store/conversation-rows";
import { type Message, toAnswer, toMessage } from "./conversation";

export function conversationEvent(visitor: Visitor, conversationId: string): WebhookEvent {
  const userId = identityOf(visitor)?.userId ?? null;
  return { type: "conversation.created", conversationId, data: { conversationId, origin: visitor.origin, userId } };
}

export function messageEvent(conversationId: string, message: Message): WebhookEvent {
  return { type: "message.created", conversationId, data: { conversationId, message } };
}

/** The question and, once it is whole, its answer. */
export function exchangeEvents(exchange: Exchange): WebhookEvent[] {
  const { conversationId, questionId: id, question: content, now: created_at } = exchange;
  const said = {
    id,
    role: "user",
    content,
    citations: [],
    grounded: false,
    created_at,
    search_only: false,
    author: null,
    state: "done",
  };
  const { message } = toAnswer(exchange);
  const asked = messageEvent(conversationId, toMessage(said));
  return message.state === "pending" ? [asked] : [asked, messageEvent(conversationId, message)];
}
