// The widget's files for other people's pages: `/widget/v1.js`, `/widget/<hash>.js` of this release and earlier ones.
import type { PackedFile, Product } from "@/core/product";
import { readWidgetFile } from "@/core/widget/read-widget-file";

const types: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  ts: "text/plain; charset=utf-8",
};

// Any origin may load them, and the browser may use them under cross-origin isolation.
const embeddable = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};

/** Answers requests below `/widget/`. Only a file whose name says what is in it may be kept for ever. */
export function createWidgetServer(product: Product): (request: Request) => Promise<Response> {
  return async (request) => {
    const headers = new Headers(embeddable);
    if (!/^(GET|HEAD)$/.test(request.method)) {
      headers.set("allow", "GET, HEAD");
      return new Response(null, { status: 405, headers });
    }
    const file = new URL(request.url).pathname.replace("/widget/", "");
    const found = await readWidgetFile(product, file).catch((error: unknown) => {
      product.log.error({ file, trace: `${error}` }, "a file of the widget could not be read");
      return undefined;
    });
    headers.set("cache-control", "no-store");
    if (!found) return new Response(null, { status: found === null ? 404 : 503, headers });

    const moving = "public, max-age=300, stale-while-revalidate=86400";
    headers.set("cache-control", found.isFixed ? "public, max-age=31536000, immutable" : moving);
    headers.set("content-type", types[file.split(".").at(-1) ?? ""] ?? "text/plain");
    headers.set("vary", "accept-encoding");
    const [bytes, encoding] = choose(found, request.headers.get("accept-encoding") ?? "");
    if (encoding) headers.set("content-encoding", encoding);
    const tag = `"${found.tag}${encoding && `-${encoding}`}"`;
    headers.set("etag", tag);
    if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
    headers.set("content-length", `${bytes.byteLength}`);
    return new Response(request.method === "HEAD" ? null : (bytes as Uint8Array<ArrayBuffer>), { headers });
  };
}

function choose({ plain, br, gzip }: PackedFile, accepted: string): [bytes: Uint8Array, encoding: string] {
  const takes = (name: string) => new RegExp(`(^|[, ])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, "i").test(accepted);
  if (takes("br")) return [br, "br"];
  return takes("gzip") ? [gzip, "gzip"] : [plain, ""];
}
