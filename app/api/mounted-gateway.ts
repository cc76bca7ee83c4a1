import { environment } from "@/env";
import { createGateway } from "@/gateway/gateway";
import { hiddenSocketAddress, product } from "@/wiring";

let handler: ((request: Request) => Response | Promise<Response>) | undefined;

/** The gateway inside Next. Built at the first request: building the pages needs no environment. */
export function handleGateway(request: Request): Response | Promise<Response> {
  handler ??= createGateway(product(), hiddenSocketAddress(environment())).fetch;
  return handler(request);
}
