// A customer's site: serves the pages a test hands it, and the built widget beside them as its own host would.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

export interface HostSite {
  origin: string;
  /** Puts a page at a path; returns its address. */
  page(html: string, headers?: Record<string, string>): string;
  /** Serves what a site's own build made: files by their path, pages without their `.html`. */
  folder: string | null;
  close(): Promise<void>;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

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
    if (site.folder) {
      const name = pathname === "/" ? "/index.html" : path.extname(pathname) ? pathname : `${pathname}.html`;
      const bytes = await readFile(path.join(site.folder, path.normalize(name))).catch(() => null);
      if (bytes)
        return response.writeHead(200, { "content-type": types[path.extname(name)] ?? "text/plain" }).end(bytes);
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: HostSite = {
    origin,
    folder: null,
    page(html, headers = {}) {
      const at = `/page-${pages.size + 1}`;
      pages.set(at, { html, headers });
      return origin + at;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
  return site;
}
