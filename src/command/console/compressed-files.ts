// Next's scripts and styles as the build left them compressed as far as brotli goes: a tenth less than gzip on the way,
// and nothing is compressed again for each visitor.
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const PLACE = /^\/_next\/static\/((?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*\.(js|css))(?:\?|$)/;
const types = { js: "application/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

/** Answers for the files of `folder` that have a `.br` beside them, where the browser takes it; all else is `next`'s. */
export function withCompressedFiles(folder: string, next: Handler): Handler {
  const known = new Map<string, Promise<Buffer | null>>();
  return async (request, response) => {
    const [, file, kind] = PLACE.exec(request.url ?? "") ?? [];
    const accepts = /\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""));
    if (!file || request.method !== "GET" || !accepts) return next(request, response);
    const held = known.get(file) ?? readFile(path.join(folder, `${file}.br`)).catch(() => null);
    const body = await held;
    if (!body) return next(request, response);
    // Only of files that are there, so that nobody fills the memory with names.
    known.set(file, held);
    response.writeHead(200, {
      "content-type": types[kind as keyof typeof types],
      "content-encoding": "br",
      "content-length": body.byteLength,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
    });
    response.end(body);
  };
}
