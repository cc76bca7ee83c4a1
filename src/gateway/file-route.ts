// Rows that carry files: one takes a multipart body as it arrives, one answers to whoever holds a link.
import type { Context } from "hono";
import type { z } from "zod";
import type { Upload } from "@/core/file/file";
import type { Product } from "@/core/product";
import type { AdmissionPolicy } from "@/core/visitor/admit-visitor";
import type { Visitor } from "@/core/visitor/visitor";
import type { Reply } from "./reply";
import type { Route } from "./route";

type Described = Pick<Route, "summary" | "answers">;

/** A row for visitors who send a file; what names the tenant stands in the token, the conversation or the query. */
export function uploadRoute<Value>(
  path: string,
  row: Described & {
    admit: AdmissionPolicy;
    reply: Reply<Value>;
    run(call: { visitor: Visitor; upload: Upload; params: Record<string, string> }): Promise<Value>;
  },
): Route {
  return { method: "post", path, server: null, input: null, takesFile: true, ...row } as unknown as Route;
}

/** A row for whoever holds a link: what stands in its query proves the right to it. */
export function linkRoute<Schema extends z.ZodType, Value>(
  path: string,
  row: Described & {
    input: Schema;
    reply: Reply<Value>;
    run(call: LinkCall<z.output<Schema>>): Promise<Value>;
  },
): Route {
  return { method: "get", path, server: null, admit: null, byLink: true, ...row } as unknown as Route;
}

interface LinkCall<Input> {
  product: Product;
  input: Input;
  /** The network address of whoever asks. */
  address: string;
  params: Record<string, string>;
}

/** The body of a request, unread. */
export function toUpload(c: Context): Upload {
  const declared = Number(c.req.header("content-length") ?? Number.NaN);
  return {
    contentType: c.req.header("content-type") ?? "",
    declaredBytes: Number.isSafeInteger(declared) ? declared : null,
    body: c.req.raw.body,
  };
}
