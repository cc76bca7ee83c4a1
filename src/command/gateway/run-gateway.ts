import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Product } from "@/core/product";
import type { Environment } from "@/env";
import { createGateway } from "@/gateway/gateway";
import { socketAddress } from "@/wiring";
import { endWith, requirePort, serverOptions } from "./end-with";

/** Serves the gateway alone until SIGTERM or SIGINT. */
export function runGateway(env: Environment, product: Product): void {
  const server = createServer(serverOptions, getRequestListener(createGateway(product, socketAddress(env)).fetch));
  requirePort(server, "gateway", env.port);
  server.listen(env.port, () => product.log.info({ port: env.port }, "gateway ready"));
  endWith(server, product);
}
