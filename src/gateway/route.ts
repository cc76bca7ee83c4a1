// The shape of a row in the gateway's table. Rows say what; serve.ts says how, once for all of them.
import type { z } from "zod";
import type { Scope } from "@/core/api-key/create-api-key";
import type { Product } from "@/core/product";
import type { Server } from "@/core/server/server";
import type { AdmissionPolicy } from "@/core/visitor/admit-visitor";
import type { Visitor } from "@/core/visitor/visitor";
import type { AnswerShape } from "./answers";
import { MOST_BYTES } from "./body";
import type { Reply } from "./reply";

export interface Route {
  method: "get" | "post" | "put" | "delete";
  /** Below /api/v1. */
  path: string;
  /** One line of the API's documentation. */
  summary: string;
  /** Every answer that is no problem, the usual one first. */
  answers: AnswerShape[];
  /** What is asked of visitors; null where none of them is let in. */
  admit: AdmissionPolicy | null;
  /** What the tenant's server may do here with an API key, if anything. Neither: everybody may ask. */
  server: ServerPart | null;
  /** The body of a POST or PUT, the query of a GET or DELETE. */
  input: z.ZodType | null;
  /** The body is a multipart form with a file, which the verb reads as it arrives. */
  takesFile?: true;
  /** Whoever holds a link may ask: what stands in the query proves it. */
  byLink?: true;
  reply: Reply;
  run(call: { product: Product; visitor: Visitor; input: never; params: Record<string, string> }): unknown;
}

export interface ServerPart {
  scope: Scope;
  input: z.ZodType;
  /** How large a body may be. */
  mostBytes: number;
  run(call: { server: Server; input: never; params: Record<string, string> }): unknown;
}

interface ServerWork<Schema extends z.ZodType, Value> {
  scope: Scope;
  input: Schema;
  mostBytes?: number;
  run(call: { server: Server; input: z.output<Schema>; params: Record<string, string> }): Value | Promise<Value>;
}

interface VisitorRow<Schema extends z.ZodType, Value> extends Pick<Route, "summary" | "answers"> {
  admit: AdmissionPolicy;
  input: Schema;
  reply: Reply<Value>;
  run(call: { visitor: Visitor; input: z.output<Schema>; params: Record<string, string> }): Value | Promise<Value>;
}

/** A row for visitors. */
export function route<Schema extends z.ZodType, Value>(
  method: Route["method"],
  path: string,
  row: VisitorRow<Schema, Value>,
): Route {
  return { method, path, server: null, ...row } as unknown as Route;
}

/** A row for the tenant's server. */
export function serverRoute<Schema extends z.ZodType, Value>(
  method: Route["method"],
  path: string,
  row: Pick<Route, "summary" | "answers"> & ServerWork<Schema, Value> & { reply: Reply<Value> },
): Route {
  const { summary, answers, reply, ...work } = row;
  const visitors = { admit: null, input: null, run: () => undefined };
  return { method, path, summary, answers, ...visitors, server: toServerPart(work), reply: reply as Reply };
}

/** The same row for the tenant's server as well: an API key gets `work`, everybody else what visitors get. */
export function alsoForServers<Schema extends z.ZodType, Value>(row: Route, work: ServerWork<Schema, Value>): Route {
  return { ...row, server: toServerPart(work) };
}

function toServerPart(work: ServerWork<z.ZodType, unknown>): ServerPart {
  return { mostBytes: MOST_BYTES, ...work } as unknown as ServerPart;
}

/** Whether everybody may ask, and nothing of a tenant is said. */
export function isOpen(row: Route): boolean {
  return row.admit === null && row.server === null && !row.byLink;
}

/** A row for everybody. */
export function openRoute<Value>(
  method: Route["method"],
  path: string,
  row: Pick<Route, "summary" | "answers"> & {
    reply: Reply<Value>;
    run(call: { product: Product }): Value | Promise<Value>;
  },
): Route {
  return { method, path, admit: null, server: null, input: null, ...row } as unknown as Route;
}

/** Whether requests of this method carry their input in a body. */
export function hasBody(method: Route["method"]): boolean {
  return method === "post" || method === "put";
}
