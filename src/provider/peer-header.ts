// Next hides the socket a request came in on. Node announces every request before anybody handles it: there the
// socket's address is written into a header whose name nobody outside can guess.
import { randomBytes } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

let header: string | undefined;

/** Starts writing the header, once per process, and returns its name. Requests that are under way lack it. */
export function watchPeers(): string {
  if (header) return header;
  const name = `x-peer-${randomBytes(12).toString("hex")}`;
  header = name;
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    if (socket.remoteAddress) request.headers[name] = socket.remoteAddress;
  });
  return name;
}
