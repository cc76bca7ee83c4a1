// A service on this machine that a test answers for: what it was sent, and what it says.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
}

/** Listens on a free port of 127.0.0.1. `answer` may be replaced; null leaves the caller without an answer. */
export async function openService() {
  const received: Received[] = [];
  const service = {
    received,
    answer: async (_request: Received): Promise<{ status: number; body?: string; location?: string } | null> => ({
      status: 200,
    }),
    host: "",
    url: "",
    close: () => server.closeAllConnections(),
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const one = { path: request.url ?? "", headers: request.headers, body, at: Date.now() };
    received.push(one);
    const answer = await service.answer(one);
    if (!answer) return;
    const headers: Record<string, string> = answer.location ? { location: answer.location } : {};
    response.writeHead(answer.status, headers).end(answer.body);
  }).listen(0, "127.0.0.1");
  server.unref();
  await once(server, "listening");
  service.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  service.url = `http://${service.host}`;
  return service;
}
