// The real gateway for a widget test: the product on a database of its own, on a real port, and before it a proxy that a
// test can have fail.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { addTextSource } from "@/core/source/add-text-source";
import { createGateway } from "@/gateway/gateway";
import { createWidgetServer } from "@/gateway/widget-server";
import { openWidgetFiles } from "@/provider/widget-files";
import { type FreshTenant, freshProduct, freshTenant } from "../fresh-tenant";
import { openOwnDatabase } from "../own-database";
import { outDir } from "./browser";

export interface RealGateway {
  origin: string;
  /** A tenant of the test's own, with one text, whose pages are those of `allow`. */
  tenant: FreshTenant;
  /** How far the gateway's clock is ahead. */
  clock: { ms: number };
  /** Answers in the gateway's place while set: a status and an HTML page, as proxies do. */
  proxy: { status: number; html: string; headers?: Record<string, string> } | null;
  /** Nobody listens any more, until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Waits until the gateway itself answers a request with this status. */
  until(status: number, path: string, init?: RequestInit): Promise<void>;
}

/** Call at the top of a test file, awaited. `allow` says the origins of a test's tenant when it begins. */
export async function openRealGateway(allow: () => string[]): Promise<RealGateway> {
  await openOwnDatabase();
  const clock = { ms: 0 };
  const product = freshProduct(() => Date.now() + clock.ms);
  const listener = getRequestListener(createGateway(product, () => "192.0.2.1").fetch);
  let server: Server;
  let port = 0;
  const gateway: RealGateway = {
    origin: "",
    clock,
    tenant: undefined as unknown as FreshTenant,
    proxy: null,
    async start() {
      server = createServer((request, response) => {
        const { proxy } = gateway;
        // The script from the gateway's own host, as the product serves it.
        if (request.url?.startsWith("/widget/")) {
          const widgetFiles = openWidgetFiles(outDir);
          return void getRequestListener(createWidgetServer({ ...product, widgetFiles }))(request, response);
        }
        if (!proxy || request.method === "OPTIONS") return void listener(request, response);
        response.writeHead(proxy.status, { "content-type": "text/html", ...proxy.headers }).end(proxy.html);
      });
      await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
      port = (server.address() as AddressInfo).port;
      gateway.origin = `http://127.0.0.1:${port}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    async until(status, path, init) {
      for (let tries = 0; (await fetch(`${gateway.origin}/api/v1${path}`, init)).status !== status; tries++) {
        if (tries > 100) throw new Error(`${path} is not answered with ${status}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  };

  beforeAll(gateway.start);
  afterAll(gateway.stop);
  beforeEach(async () => {
    gateway.proxy = null;
    gateway.tenant = await freshTenant(product, allow());
    await addTextSource(gateway.tenant.owner, {
      title: "Returns",
      url: "https://www.example.com/returns",
      text: "# Returns\n\nYou can return an item within 45 days of the day it arrived.",
    });
  });
  return gateway;
}
