// Procedures of conversations and refusals.
import { newId } from "@/core/id/id";
import { type Example, type Examples, member } from "./example";

const inConversation = (more: object = {}): Example => ({
  open: "member",
  input: ({ conversationId }) => ({ conversationId, ...more }),
  missing: () => ({ conversationId: newId("conversation"), ...more }),
});

export const conversationExamples: Examples = {
  "conversation.list": member,
  "conversation.get": {
    open: "member",
    input: ({ conversationId }) => ({ id: conversationId }),
    missing: () => ({ id: newId("conversation") }),
  },
  "conversation.retrieved": {
    open: "member",
    input: ({ messageId }) => ({ messageId }),
    missing: () => ({ messageId: newId("message") }),
  },
  "conversation.countIdle": { open: "member", input: () => ({ days: 30 }) },
  "conversation.origins": member,
  "conversation.watch": member,
  "conversation.takeOver": inConversation(),
  "conversation.reply": inConversation({ text: "Hello." }),
  "conversation.returnToAi": inConversation(),
  "conversation.close": inConversation(),
  "conversation.reopen": inConversation(),
  "conversation.copy": inConversation(),
  "conversation.erase": inConversation(),
  "conversation.eraseVisitor": inConversation(),
  "refusal.list": member,
  "refusal.reasons": member,
};
