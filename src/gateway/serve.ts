// What happens to a request, the same for every row of the table.
import type { Context } from "hono";
import type { Product } from "@/core/product";
import { admitVisitor } from "@/core/visitor/admit-visitor";
import type { Knock } from "@/core/visitor/find-tenant";
import { PageUrlHash } from "@/core/visitor/page-url-hash";
import { lookAtToken } from "@/core/visitor/token-look";
import { Failure, fieldFailure } from "@/failures";
import { parseBody, readBody } from "./body";
import { corsHeaders } from "./cors";
import { toUpload } from "./file-route";
import { parseInput } from "./input";
import { limitHeaders } from "./limit-headers";
import { problemResponse } from "./problem";
import type { Asked } from "./reply";
import { hasBody, type Route } from "./route";
import { answerServer, serverPartOf } from "./serve-server";

/** The network address a request came from, IPv6 by its /64; `bindings` is what the server gave the app. */
export type AddressOf = (header: (name: string) => string | undefined, bindings: unknown) => string;

/** Answers one request of one row. Never throws: a Failure becomes its problem, a bug `unexpected`. */
export async function serve(product: Product, addressOf: AddressOf, row: Route, c: Context): Promise<Response> {
  const origin = originOf(product, c);
  const asked: Asked = {
    accept: c.req.header("accept") ?? "",
    ifNoneMatch: c.req.header("if-none-match") ?? "",
    requestId: crypto.randomUUID(),
    publicUrl: product.publicUrl,
    headers: corsHeaders(origin),
  };
  asked.headers["x-request-id"] = asked.requestId;
  try {
    const response = await answer(product, addressOf, row, c, origin, asked);
    // Whoever asks for the head alone never reads the body: what stands open behind it would stay so.
    if (c.req.raw.method === "HEAD") await response.body?.cancel();
    return response;
  } catch (error) {
    return refuse(product, asked, c, error);
  }
}

/** A Failure as its problem; anything else is a bug, whose trace stays in the log. */
export function refuse(product: Product, asked: Asked, c: Context, error: unknown): Response {
  const { requestId } = asked;
  if (error instanceof Failure) {
    if (error.code === "answer_unavailable")
      product.log.warn({ requestId, path: c.req.path, reason: error.reason }, "no answer can be given");
    return problemResponse(error, asked, asked.headers);
  }
  const callerId = c.req.header("x-request-id")?.slice(0, 100);
  const trace = error instanceof Error ? error.stack : String(error);
  product.log.error({ requestId, callerId, path: c.req.path, trace }, "unexpected failure");
  return problemResponse(new Failure("unexpected"), asked, asked.headers);
}

async function answer(
  product: Product,
  addressOf: AddressOf,
  row: Route,
  c: Context,
  origin: string | null,
  asked: Asked,
): Promise<Response> {
  const part = serverPartOf(row, c);
  if (part)
    return answerServer(
      product,
      addressOf((name) => c.req.header(name), c.env),
      row,
      part,
      c,
      asked,
    );
  const params = c.req.param() as Record<string, string>;
  if (row.admit === null) {
    const address = addressOf((name) => c.req.header(name), c.env);
    const input = parseInput(row.input, c.req.query());
    return row.reply(asked, (await row.run({ product, input, params, address } as never)) as never);
  }
  const reads = hasBody(row.method) && !row.takesFile;
  const text = reads ? await readBody(c.req.raw, c.req.header("content-length")) : null;
  const fields =
    text === null ? { ...lastEventId(c), ...c.req.query() } : tryParse(text, c.req.header("content-type") ?? "");
  const visitor = await admitVisitor(product, toKnock(fields, params, origin, addressOf, c), row.admit);
  Object.assign(asked.headers, limitHeaders(visitor.verdicts));
  const input = row.takesFile ? { upload: toUpload(c) } : { input: parseInput(row.input, fields) };
  return row.reply(asked, (await row.run({ product, visitor, params, ...input } as never)) as never);
}

/** A browser that opens an event stream again says in a header how far it got. */
function lastEventId(c: Context): { lastEventId?: string } {
  const id = c.req.header("last-event-id");
  return id ? { lastEventId: id } : {};
}

function toKnock(
  fields: Record<string, unknown> | Failure,
  params: Record<string, string>,
  origin: string | null,
  addressOf: AddressOf,
  c: Context,
): Knock {
  const header = (name: string) => c.req.header(name);
  const given = fields instanceof Failure ? {} : fields;
  const key = given.siteKey ?? given.tenantKey ?? given.tenantId ?? null;
  const keyFault = key === null || typeof key === "string" ? null : fieldFailure("siteKey", "A text.");
  const bearer = /^Bearer +(\S+)$/i.exec(header("authorization") ?? "")?.[1];
  const page = PageUrlHash.safeParse(given.pageUrlHash);
  return {
    origin,
    address: addressOf(header, c.env),
    look: bearer ? lookAtToken(bearer) : header("authorization") ? { reason: "not a bearer token" } : null,
    key: typeof key === "string" ? key : null,
    conversationId: params.conversationId ?? null,
    pageUrlHash: page.success ? page.data : null,
    fault: fields instanceof Failure ? fields : keyFault,
  };
}

function tryParse(text: string, contentType: string): Record<string, unknown> | Failure {
  try {
    return parseBody(text, contentType);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/**
 * The Origin header. Browsers leave it out of a GET to the page's own origin and say so in a header that no script
 * can set: then it is the address the request was sent to.
 */
function originOf(product: Product, c: Context): string | null {
  const origin = c.req.header("origin");
  if (origin !== undefined) return origin;
  const host = c.req.header("host");
  if (c.req.header("sec-fetch-site") !== "same-origin" || host === undefined) return null;
  return `${new URL(product.publicUrl).protocol}//${host}`;
}
