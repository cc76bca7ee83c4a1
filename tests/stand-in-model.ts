// A service that speaks the wire formats of the model providers, streams and mistakes included.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Format, wire } from "./model-wire";

export interface Prompted {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What the model says, in pieces; or how it fails. */
export interface Says {
  pieces?: readonly string[];
  status?: number;
  body?: string;
  /** Bytes of the stream as they are, instead of pieces. */
  raw?: readonly string[];
  /** Ends the connection after the pieces, in the middle of the stream. */
  breaks?: boolean;
  /** Ends the stream after the pieces as if it were whole, without saying that it is. */
  halts?: boolean;
  /** Says the pieces, then nothing more, and keeps the connection. */
  stalls?: boolean;
  /** Never answers. */
  hangs?: boolean;
  /** Names a tool to be called, which nobody offered. */
  tool?: boolean;
  pauseMs?: number;
  location?: string;
}

/** Listens on a free port of 127.0.0.1. `says` may be replaced; without `usage` no tokens are counted. */
export async function openModel() {
  const received: Prompted[] = [];
  const model = {
    received,
    says: (_prompted: Prompted): Says | Promise<Says> => ({ pieces: ["NO_ANSWER"] }),
    embed: (texts: string[]): number[][] => texts.map((text) => [text.length, 1, 2]),
    url: "",
    host: "",
    close: () => server.closeAllConnections(),
  };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const prompted = { path: request.url ?? "", headers: request.headers, body };
    received.push(prompted);
    if (/embed/i.test(prompted.path)) return void sendVectors(response, prompted, model.embed);
    await send(response, toFormat(prompted.path), await model.says(prompted)).catch(() => {});
  }).listen(0, "127.0.0.1");
  server.unref();
  await once(server, "listening");
  model.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  model.url = `http://${model.host}/v1`;
  return model;
}

function toFormat(path: string): Format {
  if (path.endsWith("/responses")) return "responses";
  if (path.endsWith("/messages")) return "anthropic";
  return path.includes(":streamGenerateContent") ? "google" : "chat";
}

async function send(response: ServerResponse, format: Format, says: Says): Promise<void> {
  const { pieces = [], status = 200, body, raw, breaks, halts, stalls, hangs, tool, pauseMs = 0, location } = says;
  if (hangs) return;
  if (status !== 200) {
    const headers = { "content-type": "application/json", ...(location ? { location } : {}) };
    return void response.writeHead(status, headers).end(body ?? '{"error":{"message":"no"}}');
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const text of raw ?? [
    ...wire[format].begin,
    ...pieces.map(wire[format].text),
    ...(tool ? wire[format].tool : []),
  ]) {
    response.write(text);
    if (pauseMs) await sleep(pauseMs);
  }
  if (stalls) return;
  if (breaks) {
    await sleep(20);
    return void response.destroy();
  }
  response.end(raw || halts ? "" : wire[format].end.join(""));
}

function sendVectors(response: ServerResponse, { path, body }: Prompted, embed: (texts: string[]) => number[][]): void {
  const given = JSON.parse(body);
  response.writeHead(200, { "content-type": "application/json" });
  if (path.includes(":batchEmbedContents")) {
    const texts = given.requests.map(
      (one: { content: { parts: { text: string }[] } }) => one.content.parts[0]?.text ?? "",
    );
    return void response.end(JSON.stringify({ embeddings: embed(texts).map((values) => ({ values })) }));
  }
  if (path.includes(":embedContent"))
    return void response.end(JSON.stringify({ embedding: { values: embed([given.content.parts[0].text])[0] } }));
  const list = embed([given.input].flat()).map((embedding, index) => ({ object: "embedding", index, embedding }));
  response.end(
    JSON.stringify({ object: "list", data: list, model: "e", usage: { prompt_tokens: 1, total_tokens: 1 } }),
  );
}
