// A customer's site: serves the pages a test hands it, and the built widget beside them as its own host would.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

export interface HostSite {
  origin: string;
  /** Puts a page at a path; returns its address. */
  page(html: string, headers?: Record<string, string>): string;
  close(): Promise<void>;
}

export async function startHostSite(widgetDir: string): Promise<HostSite> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const page = pages.get(pathname);
    if (page)
      return response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
    if (pathname.startsWith("/widget/")) {
      const bytes = await readFile(path.join(widgetDir, path.basename(pathname))).catch(() => null);
      if (bytes)
        return response
          .writeHead(200, { "content-type": "text/javascript; charset=utf-8", "access-control-allow-origin": "*" })
          .end(bytes);
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page(html, headers = {}) {
      const at = `/page-${pages.size + 1}`;
      pages.set(at, { html, headers });
      return origin + at;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
