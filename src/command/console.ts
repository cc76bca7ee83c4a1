// The console's process of `npm start`: Next for pages, and the gateway before it on the same port. A widget's requests
// need nothing that Next does; past it they cost a third (`npm run bench:gateway`).
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import next from "next";
import { keepWidgetFiles } from "@/core/widget/keep-widget-files";
import { environment } from "@/env";
import { createGateway, isForGateway } from "@/gateway/gateway";
import { createWidgetServer } from "@/gateway/widget-server";
import { product, socketAddress } from "@/wiring";
import { withCompressedFiles } from "./console/compressed-files";
import { readIslandScripts } from "./console/island-scripts";
import { withPlainPages } from "./console/plain-pages";
import { endWith, requirePort, serverOptions } from "./gateway/end-with";

const env = environment();
product().limiter.keepIn(`${env.dataFolder}/limits.json`, env.secret);
const pages = next({ dev: false, dir: process.cwd(), port: env.port });
await pages.prepare();
const islands = readIslandScripts(".next/static/islands");
const page = withCompressedFiles(".next/static", withPlainPages(pages.getRequestHandler(), islands));
// Next uses the global Request and Response: they stay what they are.
const gateway = getRequestListener(createGateway(product(), socketAddress(env)).fetch, {
  overrideGlobalObjects: false,
});

// Nor do the widget's files: Next knows only those that lay there when it began.
const widget = getRequestListener(createWidgetServer(product()), { overrideGlobalObjects: false });

const server = createServer(serverOptions, (request, response) => {
  const address = request.url ?? "";
  if (isForGateway(address)) return gateway(request, response);
  return address.startsWith("/widget/") ? widget(request, response) : void page(request, response);
});
requirePort(server, "console", env.port);
// Without a host Node listens on all addresses: the demo needs localhost and 127.0.0.1, two origins.
server.listen(env.port);
endWith(server, product());
// Pages that pin a file of this release find it here when the next one runs.
await keepWidgetFiles(product()).catch((error: unknown) =>
  product().log.error({ trace: `${error}` }, "the widget's files could not be kept"),
);
