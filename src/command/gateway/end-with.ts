import type { Server } from "node:http";
import type { Product } from "@/core/product";

/** How long answers under way are waited for when the process ends. */
const DRAIN_MS = 10_000;

/**
 * Ends the process in order at SIGTERM or SIGINT: nobody new is let in, answers under way are finished for up to 10 s,
 * what was observed is written down.
 */
export function endWith(server: Server, product: Product): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    product.stop();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Kept-alive connections become idle one after the other.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    const late = new Promise<void>((resolve) => setTimeout(resolve, DRAIN_MS));
    await Promise.race([closed, late]);
    clearInterval(idle);
    server.closeAllConnections();
    await product.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
}

/** Refuses to go on where the port cannot be had, in a sentence. */
export function requirePort(server: Server, who: string, port: number): void {
  server.on("error", (error) => {
    console.error(`The ${who} cannot listen on port ${port}: ${error.message}`);
    process.exit(1);
  });
}

/** Behind the gateway's own limits on bodies: 60 s for a file. */
export const serverOptions = { requestTimeout: 75_000, headersTimeout: 10_000 };
