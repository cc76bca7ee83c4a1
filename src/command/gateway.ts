// The gateway alone on Node's HTTP server: the same app that runs inside Next, for many visitors.
import { serve } from "@hono/node-server";
import { environment } from "@/env";
import { createGateway } from "@/gateway/gateway";
import { buildProduct, socketAddress } from "@/wiring";

const env = environment();
const product = buildProduct(env);
const app = createGateway(product, socketAddress(env));
const server = serve({ fetch: app.fetch, port: env.port }, ({ port }) => product.log.info({ port }, "gateway ready"));
server.on("error", (error) => {
  console.error(`The gateway cannot listen on port ${env.port}: ${error.message}`);
  process.exit(1);
});

// Answers under way are finished; whoever is idle is sent away.
let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(resolve, 5000).unref();
  });
  await product.close();
  process.exit(0);
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
