// Every route of the gateway. Tests that must hold for all of them read this table.
import { z } from "zod";
import {
  askQuestion,
  ContinueConversation,
  StartConversation,
  startConversation,
} from "@/core/conversation/ask-question";
import { ReadConversation, readConversation } from "@/core/conversation/read-conversation";
import { OpenSession, openSession } from "@/core/session/open-session";
import { getWidget } from "@/core/tenant/get-widget";
import {
  DocumentAnswer,
  gives,
  HealthAnswer,
  LiveAnswer,
  MessageAnswer,
  ReadyAnswer,
  SessionAnswer,
  STREAMED,
  TranscriptAnswer,
  WidgetAnswer,
} from "./answers";
import { checkHealth } from "./health";
import { toOpenApi } from "./openapi";
import { answer, cached, health, json } from "./reply";
import { openRoute, type Route, route } from "./route";

export const routes: Route[] = [
  openRoute("get", "/health", {
    summary: "Whether the gateway answers and its database does",
    answers: [
      gives(200, HealthAnswer, "Ready for requests."),
      gives(503, HealthAnswer, "Alive, but the database does not answer."),
    ],
    reply: health,
    run: ({ product }) => checkHealth(product),
  }),
  openRoute("get", "/health/live", {
    summary: "Whether the process answers, whatever its database does",
    answers: [gives(200, LiveAnswer, "Alive.")],
    reply: json(200),
    run: () => ({ ok: true, live: true }),
  }),
  openRoute("get", "/health/ready", {
    summary: "Whether requests may be sent here",
    answers: [
      gives(200, ReadyAnswer, "Ready for requests."),
      gives(503, ReadyAnswer, "The database does not answer, or the process is about to end."),
    ],
    reply: health,
    run: async ({ product }) => {
      const { ok, ready } = await checkHealth(product);
      return { ok, ready };
    },
  }),
  openRoute("get", "/openapi.json", {
    summary: "This document",
    answers: [gives(200, DocumentAnswer, "OpenAPI 3.1.")],
    reply: cached(300),
    run: ({ product }): unknown => toOpenApi(routes, product.publicUrl),
  }),
  route("get", "/widget", {
    summary: "What the widget must know before it opens",
    answers: [gives(200, WidgetAnswer, "Look, texts and demand."), gives(304, null, "Unchanged since the ETag sent.")],
    admit: { tokens: "ignored", demand: "none", limits: [] },
    input: z.object({}),
    reply: cached(60),
    run: ({ visitor }) => getWidget(visitor),
  }),
  route("post", "/sessions", {
    summary: "Begin a session, or renew the one whose token is sent",
    answers: [gives(201, SessionAnswer, "The session and its token.")],
    admit: { tokens: "renewable", demand: "identity", limits: ["session"] },
    input: OpenSession,
    reply: json(201),
    run: ({ visitor, input }) => openSession(visitor, input),
  }),
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
    run: ({ visitor, input, params }) =>
      askQuestion(visitor, { ...input, conversationId: params.conversationId ?? "" }),
  }),
  route("get", "/conversations/:conversationId", {
    summary: "Read a conversation",
    answers: [gives(200, TranscriptAnswer, "Its messages in order.")],
    admit: { tokens: "live", demand: "full", limits: [] },
    input: ReadConversation,
    reply: json(200),
    run: ({ visitor, input, params }) =>
      readConversation(visitor, { ...input, conversationId: params.conversationId ?? "" }),
  }),
];
