import { serve } from "@hono/node-server";
import type { Product } from "@/core/product";
import type { Environment } from "@/env";
import { createGateway } from "@/gateway/gateway";
import { socketAddress } from "@/wiring";

/** How long answers under way are waited for when the process ends. */
const DRAIN_MS = 10_000;
/** Behind the gateway's own limits on bodies: 60 s for a file. */
const REQUEST_MS = 75_000;
const HEADERS_MS = 10_000;

/**
 * Serves the gateway until SIGTERM or SIGINT. Then nobody new is let in, answers under way are finished for up to 10 s,
 * what was observed is written down, and the process ends.
 */
export function runGateway(env: Environment, product: Product): void {
  const app = createGateway(product, socketAddress(env));
  const serverOptions = { requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS };
  const server = serve({ fetch: app.fetch, port: env.port, serverOptions }, ({ port }) =>
    product.log.info({ port }, "gateway ready"),
  );
  server.on("error", (error) => {
    console.error(`The gateway cannot listen on port ${env.port}: ${error.message}`);
    process.exit(1);
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    product.stop();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Kept-alive connections become idle one after the other.
    const idle = setInterval(() => "closeIdleConnections" in server && server.closeIdleConnections(), 100);
    const late = new Promise<void>((resolve) => setTimeout(resolve, DRAIN_MS));
    await Promise.race([closed, late]);
    clearInterval(idle);
    if ("closeAllConnections" in server) server.closeAllConnections();
    await product.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}
