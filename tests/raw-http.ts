// HTTP by hand: what no client library would send.
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";

/** The gateway on a port of its own, as `npm run gateway` serves it. */
export async function listen(gateway: Hono): Promise<{ port: number; close(): Promise<void> }> {
  const server = await new Promise<Server>((resolve) => {
    const listening = serve({ fetch: gateway.fetch, port: 0, hostname: "127.0.0.1" }, () =>
      resolve(listening as Server),
    );
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

export interface RawAnswer {
  /** 0 where the connection was closed without an answer. */
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends `request` as it is and reads one answer. Fails after `patienceMs`. */
export function exchange(port: number, request: (string | Buffer)[], patienceMs = 15_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer within ${patienceMs} ms to ${String(request[0]).slice(0, 200)}`));
    }, patienceMs);
    let text = "";
    const end = (answer: RawAnswer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
      const answer = parseAnswer(text, String(request[0]).startsWith("HEAD "));
      if (answer) end(answer);
    });
    socket.on("error", () => {});
    socket.on("close", () => end(parseAnswer(`${text}`, true) ?? { status: 0, headers: {}, body: "" }));
    for (const part of request) socket.write(part);
  });
}

function parseAnswer(text: string, headOnly: boolean): RawAnswer | null {
  const [head = "", rest] = [text.slice(0, text.indexOf("\r\n\r\n")), text.slice(text.indexOf("\r\n\r\n") + 4)];
  if (head === "" || !text.includes("\r\n\r\n")) return null;
  const [first = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  const length = Number(headers["content-length"] ?? 0);
  const chunked = headers["transfer-encoding"] === "chunked";
  const whole = headOnly || (chunked ? rest.endsWith("0\r\n\r\n") : Buffer.byteLength(rest) >= length);
  const body = chunked ? rest.replace(/(^|\r\n)[0-9a-f]+\r\n/g, "").trim() : rest;
  return whole ? { status: Number(first.split(" ")[1]), headers, body } : null;
}
