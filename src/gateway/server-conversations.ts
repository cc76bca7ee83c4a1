// What the tenant's server may do with conversations, beside what visitors may: list, read, copy and erase any of them.
import { z } from "zod";
import { copyConversation } from "@/core/conversation/copy-conversation";
import { eraseConversation } from "@/core/conversation/erase-conversation";
import { getConversation } from "@/core/conversation/get-conversation";
import { listConversations } from "@/core/conversation/list-conversations";
import { Text } from "@/core/conversation/text";
import type { Server } from "@/core/server/server";
import { gives } from "./answers";
import { json } from "./reply";
import { serverRoute } from "./route";
import { ConversationListAnswer } from "./server-answers";

const scope = "conversations" as const;
const nothing = z.object({});
const idOf = ({ conversationId = "" }: Record<string, string>) => conversationId;

/** As a query says it. */
const ListQuery = z.object({
  origin: Text.max(300).optional(),
  userId: Text.max(200).optional(),
  status: z.enum(["ai", "waiting", "person", "closed"]).optional(),
  before: Text.max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const listRoute = serverRoute("get", "/conversations", {
  summary: "List conversations, the one with the newest message first",
  answers: [gives(200, ConversationListAnswer, "A page of them; `next` is the `before` of the page after it.")],
  scope,
  input: ListQuery,
  reply: json(200),
  run: async ({ server, input }) => {
    const { conversations, next } = await listConversations(server, input);
    return { conversations: conversations.map(({ id, ...one }) => ({ conversationId: id, ...one })), next };
  },
});

/** The last messages, or those before one of them. */
const ReadQuery = z.object({
  before: Text.max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const serverReads = {
  scope,
  input: ReadQuery,
  run: async ({ server, input, params }: Call & { input: z.output<typeof ReadQuery> }) =>
    toServed(await getConversation(server, { ...input, id: idOf(params) })),
};

export const serverExports = {
  scope,
  input: nothing,
  run: async ({ server, params }: Call) => toServed(await copyConversation(server, { conversationId: idOf(params) })),
};

export const serverErases = {
  scope,
  input: nothing,
  run: ({ server, params }: Call) => eraseConversation(server, { conversationId: idOf(params) }),
};

interface Call {
  server: Server;
  params: Record<string, string>;
}

/** Under the names of this API; what moderation found in detail stays in the console. */
function toServed<Whole extends Omit<Awaited<ReturnType<typeof getConversation>>, "earlier">>({
  id,
  messages,
  ...whole
}: Whole) {
  return {
    conversationId: id,
    ...whole,
    messages: messages.map(({ verdict, ...message }) => ({ ...message, flagged: verdict !== null })),
  };
}
