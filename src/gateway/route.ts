// The shape of a row in the gateway's table. Rows say what; serve.ts says how, once for all of them.
import type { z } from "zod";
import type { Product } from "@/core/product";
import type { AdmissionPolicy } from "@/core/visitor/admit-visitor";
import type { Visitor } from "@/core/visitor/visitor";
import type { AnswerShape } from "./answers";
import type { Reply } from "./reply";

export interface Route {
  method: "get" | "post" | "put" | "delete";
  /** Below /api/v1. */
  path: string;
  /** One line of the API's documentation. */
  summary: string;
  /** Every answer that is no problem, the usual one first. */
  answers: AnswerShape[];
  /** Null where everybody may ask and nothing of a tenant is said. */
  admit: AdmissionPolicy | null;
  /** The body of a POST or PUT, the query of a GET or DELETE. */
  input: z.ZodType | null;
  reply: Reply;
  run(call: { product: Product; visitor: Visitor; input: never; params: Record<string, string> }): unknown;
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
  return { method, path, ...row } as unknown as Route;
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
  return { method, path, admit: null, input: null, ...row } as unknown as Route;
}

/** Whether requests of this method carry their input in a body. */
export function hasBody(method: Route["method"]): boolean {
  return method === "post" || method === "put";
}
