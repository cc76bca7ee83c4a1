// The same for the tenant's server: its key first, then its body, which may be larger than a visitor's.
import type { Context } from "hono";
import type { Product } from "@/core/product";
import { admitServer, isApiKey } from "@/core/server/admit-server";
import { parseBody, readBody } from "./body";
import { parseInput } from "./input";
import { limitHeaders } from "./limit-headers";
import type { Asked } from "./reply";
import { hasBody, type Route, type ServerPart } from "./route";

/** What stands behind `Bearer`: null without the header, empty for anything else in it. */
function bearerOf(c: Context): string | null {
  const header = c.req.header("authorization");
  return header === undefined ? null : (/^Bearer +(\S+)$/i.exec(header)?.[1] ?? "");
}

/** What the row does for a server, where this request is one's: by its key, or because nobody else is let in. */
export function serverPartOf(row: Route, c: Context): ServerPart | null {
  return row.admit === null || isApiKey(bearerOf(c) ?? "") ? row.server : null;
}

/** Answers a request with an API key. Throws the Failure of the first step that says no. */
export async function answerServer(
  product: Product,
  address: string,
  row: Route,
  part: ServerPart,
  c: Context,
  asked: Asked,
): Promise<Response> {
  const server = await admitServer(product, { address, bearer: bearerOf(c) }, part.scope);
  Object.assign(asked.headers, limitHeaders(server.verdicts));
  const body = hasBody(row.method) ? await readBody(c.req.raw, c.req.header("content-length"), part.mostBytes) : null;
  const fields = body === null ? c.req.query() : parseBody(body, c.req.header("content-type") ?? "");
  const params = c.req.param() as Record<string, string>;
  const input = parseInput(part.input, fields) as never;
  return row.reply(asked, (await part.run({ server, input, params })) as never);
}
