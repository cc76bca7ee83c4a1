// The load: keep-alive connections that each send the next request when the last one is answered. A process of its own,
// on bare sockets, so that it costs little beside what it measures.
//   load.ts PORT CONNECTIONS WARM_UP_SECONDS SECONDS < requests as JSON
// Requests: [[{path, headers, body}, …], …], one list per connection, sent in turn. Prints the result as JSON.
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";

interface Request {
  path: string;
  headers: Record<string, string>;
  body: string;
}

const [port, connections, warmUpSeconds, seconds] = process.argv.slice(2).map(Number) as [
  number,
  number,
  number,
  number,
];
const lists = JSON.parse(await text(process.stdin)) as Request[][];
const latencies: number[] = [];
const refused = new Map<number, number>();
const began = performance.now() + warmUpSeconds * 1000;
const ends = began + seconds * 1000;

await Promise.all(Array.from({ length: connections }, (_, i) => keepAsking(lists[i % lists.length] ?? [])));
latencies.sort((a, b) => a - b);
const percentile = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))];
process.stdout.write(
  JSON.stringify({
    requests: latencies.length,
    requestsPerSecond: latencies.length / seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    refused: Object.fromEntries(refused),
  }),
);
process.exit(0);

function keepAsking(list: Request[]): Promise<void> {
  const wire = list.map(toBytes);
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1").setNoDelay(true);
    let sent = 0;
    let at = 0;
    let received = "";
    const next = () => {
      at = performance.now();
      socket.write(wire[sent++ % wire.length] ?? "");
    };
    socket.once("connect", next).on("error", reject);
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      received += chunk;
      if (!isWhole(received)) return;
      count(received, at);
      received = "";
      if (performance.now() >= ends) return end(socket, resolve);
      next();
    });
  });
}

function count(response: string, sentAt: number): void {
  const now = performance.now();
  const status = Number(response.slice(9, 12));
  if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1);
  else if (now >= began && now <= ends) latencies.push(now - sentAt);
}

function end(socket: Socket, resolve: () => void): void {
  socket.destroy();
  resolve();
}

function toBytes({ path, headers, body }: Request): Buffer {
  const all = { host: `127.0.0.1:${port}`, "content-length": String(Buffer.byteLength(body)), ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${head.join("\r\n")}\r\n\r\n${body}`);
}

function isWhole(received: string): boolean {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd < 0) return false;
  const head = received.slice(0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined) return received.length >= headEnd + 4 + Number(length);
  return received.endsWith("0\r\n\r\n");
}
