// The gateway: one Hono app over the table of routes. It runs alone on Node's HTTP server and inside Next.
import { type Context, Hono } from "hono";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { corsHeaders, preflightHeaders } from "./cors";
import { problemResponse } from "./problem";
import { isOpen } from "./route";
import { routes } from "./routes";
import { type AddressOf, serve } from "./serve";

const BASE = "/api/v1";

/** Whether an address is the gateway's, where it shares a port with pages. */
export function isForGateway(url: string): boolean {
  return /^\/api\/(v1|health|openapi\.json)(?=[/?]|$)/.test(url);
}

/** Builds the app. Every answer carries CORS headers and a request id; errors are problems of RFC 9457. */
export function createGateway(product: Product, addressOf: AddressOf): Hono {
  const app = new Hono({ strict: false });
  for (const row of routes) {
    for (const path of isOpen(row) ? [`${BASE}${row.path}`, `/api${row.path}`] : [`${BASE}${row.path}`])
      app.on(row.method.toUpperCase(), path, (c) => serve(product, addressOf, row, c));
  }
  for (const [path, methods] of methodsByPath()) {
    app.options(
      path,
      (c) => new Response(null, { status: 204, headers: { ...headersFor(c), ...preflightHeaders(methods) } }),
    );
    app.all(path, (c) => refuseWith(product, c, new Failure("method_not_allowed"), { allow: methods }));
  }
  app.notFound((c) => refuseWith(product, c, new Failure("not_found")));
  app.onError((error, c) => {
    product.log.error({ path: c.req.path, trace: error.stack }, "unexpected failure");
    return refuseWith(product, c, new Failure("unexpected"));
  });
  return app;
}

function methodsByPath(): Map<string, string> {
  const methods = new Map<string, string>();
  for (const row of routes) {
    const { path, method } = row;
    const own = method === "get" ? "GET, HEAD" : method.toUpperCase();
    for (const full of isOpen(row) ? [`${BASE}${path}`, `/api${path}`] : [`${BASE}${path}`]) {
      const present = methods.get(full)?.replace(", OPTIONS", "");
      methods.set(full, `${present ? `${present}, ` : ""}${own}, OPTIONS`);
    }
  }
  return methods;
}

function headersFor(c: Context): Record<string, string> {
  return corsHeaders(c.req.header("origin") ?? null);
}

function refuseWith(product: Product, c: Context, failure: Failure, more: Record<string, string> = {}): Response {
  const where = { requestId: crypto.randomUUID(), publicUrl: product.publicUrl };
  return problemResponse(failure, where, { ...headersFor(c), ...more, "x-request-id": where.requestId });
}
