// The routes of conversations: what a visitor says, hears, and may do with it.
import { z } from "zod";
import {
  askQuestion,
  ContinueConversation,
  StartConversation,
  startConversation,
} from "@/core/conversation/ask-question";
import { EscalateConversation, escalateConversation } from "@/core/conversation/escalate-conversation";
import { exportConversation } from "@/core/conversation/export-conversation";
import { forgetConversation } from "@/core/conversation/forget-conversation";
import { GiveFeedback, giveFeedback } from "@/core/conversation/give-feedback";
import { LeaveConversation, leaveConversation } from "@/core/conversation/leave-conversation";
import { ReadConversation, readConversation } from "@/core/conversation/read-conversation";
import { WatchConversation, watchConversation } from "@/core/conversation/watch-conversation";
import { EscalationAnswer, ExportAnswer, gives, MessageAnswer, STREAMED, TranscriptAnswer } from "./answers";
import { answer, empty, json, savedAs, watched } from "./reply";
import { alsoForServers, type Route, route } from "./route";
import { ConversationAnswer, CopyAnswer } from "./server-answers";
import { listRoute, serverErases, serverExports, serverReads } from "./server-conversations";

const conversation = ({ conversationId = "" }: Record<string, string>) => ({ conversationId });

export const conversationRoutes: Route[] = [
  route("post", "/conversations", {
    summary: "Start a conversation with a message",
    answers: [gives(201, MessageAnswer, "The conversation and its first answer.", STREAMED)],
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    input: StartConversation,
    reply: answer(201),
    run: ({ visitor, input }) => startConversation(visitor, input),
  }),
  route("post", "/conversations/:conversationId", {
    summary: "Go on with a conversation",
    answers: [gives(200, MessageAnswer, "The answer.", STREAMED)],
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    input: ContinueConversation,
    reply: answer(200),
    run: ({ visitor, input, params }) => askQuestion(visitor, { ...input, ...conversation(params) }),
  }),
  listRoute,
  alsoForServers(
    route("get", "/conversations/:conversationId", {
      summary: "Read a conversation",
      answers: [gives(200, z.union([TranscriptAnswer, ConversationAnswer]), "Its messages in order.")],
      admit: { tokens: "live", demand: "full", limits: [] },
      input: ReadConversation,
      reply: json(200),
      run: ({ visitor, input, params }) => readConversation(visitor, { ...input, ...conversation(params) }),
    }),
    serverReads,
  ),
  route("get", "/conversations/:conversationId/events", {
    summary: "Follow a conversation: what came since, then what comes",
    answers: [gives(200, z.string(), "Events, until the stream is 10 minutes old.", ["text/event-stream"])],
    admit: { tokens: "live", demand: "full", limits: ["stream"] },
    input: WatchConversation,
    reply: watched,
    run: ({ visitor, input, params }) => watchConversation(visitor, { ...input, ...conversation(params) }),
  }),
  route("post", "/conversations/:conversationId/feedback", {
    summary: "Say whether an answer helped",
    answers: [gives(204, null, "Noted.")],
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    input: GiveFeedback,
    reply: empty(204),
    run: ({ visitor, input, params }) => giveFeedback(visitor, { ...input, ...conversation(params) }),
  }),
  route("post", "/conversations/:conversationId/close", {
    summary: "Close a conversation",
    answers: [gives(204, null, "It takes no more messages.")],
    admit: { tokens: "live", demand: "full", limits: [] },
    input: LeaveConversation,
    reply: empty(204),
    run: ({ visitor, input, params }) => leaveConversation(visitor, { ...input, ...conversation(params) }),
  }),
  route("post", "/conversations/:conversationId/escalate", {
    summary: "Ask for a person",
    answers: [gives(202, EscalationAnswer, "The team is told; until it hands back, no answerer speaks.")],
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    input: EscalateConversation,
    reply: json(202),
    run: ({ visitor, input, params }) => escalateConversation(visitor, { ...input, ...conversation(params) }),
  }),
  alsoForServers(
    route("get", "/conversations/:conversationId/export", {
      summary: "A copy of a conversation to keep",
      answers: [gives(200, z.union([ExportAnswer, CopyAnswer]), "Everything that was said, as a file.")],
      admit: { tokens: "live", demand: "full", limits: [] },
      input: z.object({}),
      reply: savedAs("conversation"),
      run: ({ visitor, params }) => exportConversation(visitor, conversation(params)),
    }),
    serverExports,
  ),
  alsoForServers(
    route("delete", "/conversations/:conversationId", {
      summary: "Erase a conversation",
      answers: [gives(204, null, "Nothing of it is left.")],
      admit: { tokens: "live", demand: "full", limits: [] },
      input: z.object({}),
      reply: empty(204),
      run: ({ visitor, params }) => forgetConversation(visitor, conversation(params)),
    }),
    serverErases,
  ),
];
