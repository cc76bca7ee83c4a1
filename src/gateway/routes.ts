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
import { checkHealth } from "./health";
import { answer, cached, health, json } from "./reply";
import { openRoute, type Route, route } from "./route";

export const routes: Route[] = [
  openRoute("get", "/health", { reply: health, run: ({ product }) => checkHealth(product) }),
  route("get", "/widget", {
    admit: { tokens: "ignored", demand: "none", limits: [] },
    input: z.object({}),
    reply: cached(60),
    run: ({ visitor }) => getWidget(visitor),
  }),
  route("post", "/sessions", {
    admit: { tokens: "renewable", demand: "identity", limits: ["session"] },
    input: OpenSession,
    reply: json(201),
    run: ({ visitor, input }) => openSession(visitor, input),
  }),
  route("post", "/conversations", {
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    input: StartConversation,
    reply: answer(201),
    run: ({ visitor, input }) => startConversation(visitor, input),
  }),
  route("post", "/conversations/:conversationId", {
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    input: ContinueConversation,
    reply: answer(200),
    run: ({ visitor, input, params }) =>
      askQuestion(visitor, { ...input, conversationId: params.conversationId ?? "" }),
  }),
  route("get", "/conversations/:conversationId", {
    admit: { tokens: "live", demand: "full", limits: [] },
    input: ReadConversation,
    reply: json(200),
    run: ({ visitor, input, params }) =>
      readConversation(visitor, { ...input, conversationId: params.conversationId ?? "" }),
  }),
];
