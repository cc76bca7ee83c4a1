// Upstash's REST over a Redis on this machine: a command as a JSON array, or many at /pipeline; answers in base64 when asked for.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis } from "ioredis";

type Command = [name: string, ...args: (string | number)[]];

export interface UpstashStandIn {
  url: string;
  token: string;
  /** Requests that were answered. */
  answered(): number;
  close(): Promise<void>;
}

/** Listens on a port of its own; knows one token. */
export async function startUpstashStandIn(redisUrl: string): Promise<UpstashStandIn> {
  const redis = new Redis(redisUrl, { lazyConnect: true });
  const token = "a token of the stand-in";
  let answered = 0;
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      answered += 1;
      if (request.headers.authorization !== `Bearer ${token}`) return answer(401, { error: "WRONGPASS" });
      const body = JSON.parse(Buffer.concat(chunks).toString());
      const base64 = request.headers["upstash-encoding"] === "base64";
      const run = async ([name, ...args]: Command) => {
        try {
          const result = await redis.call(name, ...args);
          return { result: base64 ? encode(result) : result };
        } catch (error) {
          return { error: error instanceof Error ? error.message : String(error) };
        }
      };
      if (request.url === "/pipeline") return answer(200, await Promise.all((body as Command[]).map(run)));
      const result = await run(body);
      answer("error" in result ? 400 : 200, result);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    answered: () => answered,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      redis.disconnect();
    },
  };
}

function encode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encode);
  return typeof value === "string" ? Buffer.from(value).toString("base64") : value;
}
