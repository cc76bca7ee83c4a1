// Every route of the gateway. Tests that must hold for all of them read this table.
import { z } from "zod";
import { fileTypes } from "@/core/file/file";
import { admitFileLink, FileLinkQuery } from "@/core/file/file-link";
import { readFile } from "@/core/file/read-file";
import { uploadFile } from "@/core/file/upload-file";
import { AddOrigin, addOrigin } from "@/core/origin/add-origin";
import { listOrigins } from "@/core/origin/list-origins";
import { NoteBlocked, noteBlocked } from "@/core/origin/note-widget";
import { removeOrigin } from "@/core/origin/remove-origin";
import type { Product } from "@/core/product";
import { endSession } from "@/core/session/end-session";
import { MintSession, mintSession } from "@/core/session/mint-session";
import { OpenSession, openSession } from "@/core/session/open-session";
import { PutSource, putSource } from "@/core/source/put-source";
import { withdrawSource } from "@/core/source/withdraw-source";
import { GetWidget, getWidget } from "@/core/tenant/get-widget";
import {
  DocumentAnswer,
  FileAnswer,
  gives,
  HealthAnswer,
  LiveAnswer,
  ReadyAnswer,
  SessionAnswer,
  WidgetAnswer,
} from "./answers";
import { conversationRoutes } from "./conversation-routes";
import { linkRoute, uploadRoute } from "./file-route";
import { checkHealth } from "./health";
import { toOpenApi } from "./openapi";
import { cached, download, empty, health, json } from "./reply";
import { alsoForServers, openRoute, type Route, route, serverRoute } from "./route";
import { AddedOriginAnswer, OriginsAnswer, PutSourceAnswer } from "./server-answers";

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
    run: ({ product }): unknown => openApiOf(product),
  }),
  route("get", "/widget", {
    summary: "What the widget must know before it opens",
    answers: [gives(200, WidgetAnswer, "Look, texts and demand."), gives(304, null, "Unchanged since the ETag sent.")],
    admit: { tokens: "ignored", demand: "none", limits: [] },
    input: GetWidget,
    reply: cached(60),
    run: ({ visitor, input }) => getWidget(visitor, input),
  }),
  // A GET, because it has to come through a page's policy that lets nothing but our scripts in.
  route("get", "/widget/blocked", {
    summary: "Tell that the page’s own Content-Security-Policy keeps the widget from the gateway",
    answers: [gives(204, null, "The console shows it beside the origin.")],
    admit: { tokens: "ignored", demand: "none", limits: [] },
    input: NoteBlocked,
    reply: empty(204),
    run: ({ visitor, input }) => noteBlocked(visitor, input),
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
  ...conversationRoutes,
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
    input: AddOrigin.omit({ submission: true }),
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

const documents = new WeakMap<Product, unknown>();

/** The table does not change while the process lives. */
function openApiOf(product: Product): unknown {
  const document = documents.get(product) ?? toOpenApi(routes, product.publicUrl);
  documents.set(product, document);
  return document;
}
