// Pages that anybody may open are sent without Next's scripts. Those that only have to be read get none at all: what they
// do is done by the page's own few lines. Those with something to fill in get one small script that wakes it.
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type IslandScripts, withIslandScripts } from "./island-scripts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const PLAIN = /^\/(?:(?:docs|demo)(?:\/[^?]*)?|sign-in|sign-up|reset|verify|confirm-email|invitation\/[^/?]+)?(?:\?|$)/;
const OWN = /\sdata-(?:own|site-key)=/;
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Whether a request is for a page that anybody may open, and not for the data of one that React already shows. */
export function isPlainPage({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): boolean {
  return method === "GET" && PLAIN.test(url) && headers.rsc === undefined && !url.includes("_rsc=");
}

/** The page without Next's scripts; those that say they are our own stay. One that failed needs them to be drawn at all. */
export function withoutScripts(html: string): string {
  if (html.includes('id="__next_error__"')) return html;
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) =>
      OWN.test(attributes) ? script : "",
    )
    .replace(/<link\b(?=[^>]*\bas="script")[^>]*>/g, "");
}

/** Lets Next answer, and sends what it said of a plain page without its scripts, with those of its islands, compressed. */
export function withPlainPages(answer: Handler, islands: IslandScripts): Handler {
  return async (request, response) => {
    if (!isPlainPage(request)) return answer(request, response);
    const accepted = String(request.headers["accept-encoding"] ?? "");
    // What Next compresses could not be read here.
    delete request.headers["accept-encoding"];
    const send = holdBack(response, (body) => toPlain(response, body, accepted, islands));
    await answer(request, response);
    await send;
  };
}

async function toPlain(
  response: ServerResponse,
  body: Buffer,
  accepted: string,
  islands: IslandScripts,
): Promise<Buffer> {
  if (!String(response.getHeader("content-type") ?? "").startsWith("text/html")) return body;
  const policy = String(response.getHeader("content-security-policy") ?? "");
  const html = withIslandScripts(withoutScripts(body.toString("utf8")), islands, policy);
  response.removeHeader("etag");
  response.removeHeader("content-encoding");
  response.appendHeader("vary", "accept-encoding");
  if (/\bbr\b/.test(accepted)) {
    response.setHeader("content-encoding", "br");
    return toBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }
  if (!/\bgzip\b/.test(accepted)) return Buffer.from(html);
  response.setHeader("content-encoding", "gzip");
  return toGzip(html);
}

/** Keeps what is written until it is whole, then sends what `change` makes of it. Resolves when it was sent or given up. */
function holdBack(response: ServerResponse, change: (body: Buffer) => Promise<Buffer>): Promise<void> {
  const { end, writeHead } = response;
  const parts: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) parts.push(Buffer.from(chunk as string));
  };
  return new Promise((resolve) => {
    response.once("close", resolve);
    const held = {
      write: (chunk: unknown, ...rest: unknown[]) => {
        keep(chunk);
        const done = rest.find((one) => typeof one === "function") as (() => void) | undefined;
        done?.();
        return true;
      },
      flushHeaders: () => {},
      writeHead: (status: number, ...rest: unknown[]) => {
        response.statusCode = status;
        const headers = rest.find((one) => typeof one === "object" && one !== null) ?? {};
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
        return response;
      },
      end: (chunk: unknown) => {
        keep(chunk);
        void change(Buffer.concat(parts))
          .then((body) => {
            response.setHeader("content-length", body.byteLength);
            Object.assign(response, { end, writeHead });
            response.end(body);
          })
          .catch(() => response.destroy())
          .finally(resolve);
        return response;
      },
    };
    Object.assign(response, held);
  });
}
