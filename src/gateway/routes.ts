// Every route of the gateway. Tests that must hold for all of them read this table.
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
import { fileTypes } from "@/core/file/file";
import { admitFileLink, FileLinkQuery } from "@/core/file/file-link";
import { readFile } from "@/core/file/read-file";
import { uploadFile } from "@/core/file/upload-file";
import { AddOrigin, addOrigin } from "@/core/origin/add-origin";
import { listOrigins } from "@/core/origin/list-origins";
import { removeOrigin } from "@/core/origin/remove-origin";
import { endSession } from "@/core/session/end-session";
import { MintSession, mintSession } from "@/core/session/mint-session";
import { OpenSession, openSession } from "@/core/session/open-session";
import { PutSource, putSource } from "@/core/source/put-source";
import { withdrawSource } from "@/core/source/withdraw-source";
import { getWidget } from "@/core/tenant/get-widget";
import {
  AddedOriginAnswer,
  DocumentAnswer,
  EscalationAnswer,
  ExportAnswer,
  FileAnswer,
  gives,
  HealthAnswer,
  LiveAnswer,
  MessageAnswer,
  OriginsAnswer,
  PutSourceAnswer,
  ReadyAnswer,
  SessionAnswer,
  STREAMED,
  TranscriptAnswer,
  WidgetAnswer,
} from "./answers";
import { linkRoute, uploadRoute } from "./file-route";
import { checkHealth } from "./health";
import { toOpenApi } from "./openapi";
import { answer, cached, download, empty, health, json, savedAs, watched } from "./reply";
import { alsoForServers, openRoute, type Route, route, serverRoute } from "./route";

const conversation = ({ conversationId = "" }: Record<string, string>) => ({ conversationId });

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
  alsoForServers(
    route("post", "/sessions", {
      summary: "Begin a session, renew the one whose token is sent, or, with an API key, begin one of your user's",
      answers: [gives(201, SessionAnswer, "The session and its token.")],
      admit: { tokens: "renewable", demand: "identity", limits: ["session"] },
      input: OpenSession,
      reply: json(201),
      run: ({ visitor, input }) => openSession(visitor, input),
    }),
    { scope: "sessions", input: MintSession, run: ({ server, input }) => mintSession(server, input) },
  ),
  route("delete", "/sessions/current", {
    summary: "End the session whose token is sent",
    answers: [gives(204, null, "Its token is dead.")],
    admit: { tokens: "renewable", demand: "none", limits: [] },
    input: z.object({}),
    reply: empty(204),
    run: ({ visitor }) => endSession(visitor),
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
  route("get", "/conversations/:conversationId/events", {
    summary: "Follow a conversation: what came since, then what comes",
    answers: [gives(200, z.string(), "Events, until the stream is 10 minutes old.", ["text/event-stream"])],
    admit: { tokens: "live", demand: "full", limits: [] },
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
  route("get", "/conversations/:conversationId/export", {
    summary: "The visitor's own copy of a conversation",
    answers: [gives(200, ExportAnswer, "Everything that was said, as a file.")],
    admit: { tokens: "live", demand: "full", limits: [] },
    input: z.object({}),
    reply: savedAs("conversation"),
    run: ({ visitor, params }) => exportConversation(visitor, conversation(params)),
  }),
  route("delete", "/conversations/:conversationId", {
    summary: "Erase a conversation",
    answers: [gives(204, null, "Nothing of it is left.")],
    admit: { tokens: "live", demand: "full", limits: [] },
    input: z.object({}),
    reply: empty(204),
    run: ({ visitor, params }) => forgetConversation(visitor, conversation(params)),
  }),
  serverRoute("get", "/origins", {
    summary: "List the allowed origins",
    answers: [gives(200, OriginsAnswer, "Oldest first.")],
    scope: "origins",
    input: z.object({}),
    reply: json(200),
    run: async ({ server }) => ({ origins: await listOrigins(server) }),
  }),
  serverRoute("post", "/origins", {
    summary: "Allow an origin, for good or for a while",
    answers: [gives(201, AddedOriginAnswer, "It is allowed.")],
    scope: "origins",
    input: AddOrigin,
    reply: json(201),
    run: ({ server, input }) => addOrigin(server, input),
  }),
  serverRoute("delete", "/origins/:originId", {
    summary: "Refuse an origin from now on",
    answers: [gives(204, null, "It is refused, in every process within a second.")],
    scope: "origins",
    input: z.object({}),
    reply: empty(204),
    run: ({ server, params }) => removeOrigin(server, { id: params.originId ?? "" }),
  }),
  serverRoute("put", "/sources/:externalId", {
    summary: "Bring a source to this text",
    answers: [gives(200, PutSourceAnswer, "Answers use it from now on.")],
    scope: "sources",
    input: PutSource,
    mostBytes: 4 * 1024 * 1024,
    reply: json(200),
    run: ({ server, input, params }) => putSource(server, { ...input, externalId: params.externalId ?? "" }),
  }),
  serverRoute("delete", "/sources/:externalId", {
    summary: "Remove a source",
    answers: [gives(204, null, "No answer uses it any more.")],
    scope: "sources",
    input: z.object({}),
    reply: empty(204),
    run: ({ server, params }) => withdrawSource(server, { externalId: params.externalId ?? "" }),
  }),
  uploadRoute("/conversations/:conversationId/files", {
    summary: "Send a file into a conversation",
    answers: [gives(201, FileAnswer, "The file, and a link to it that works for five minutes.")],
    admit: { tokens: "live", demand: "full", limits: ["message"] },
    reply: json(201),
    run: ({ visitor, upload, params }) => uploadFile(visitor, params.conversationId ?? "", upload),
  }),
  linkRoute("/files/:fileId", {
    summary: "The bytes of a file, by its link",
    answers: [gives(200, z.string(), "The bytes, to be saved.", Object.keys(fileTypes))],
    input: FileLinkQuery,
    reply: download,
    run: async ({ product, input, params, address }) =>
      readFile(await admitFileLink(product, params.fileId ?? "", input, address)),
  }),
];
