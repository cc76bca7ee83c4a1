// A small gateway that speaks the wire contract of /api/v1 over HTTP, for tests of the widget alone.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Challenge, WidgetSettings } from "../../widget/wire";
import { answerWith, event, openStream, type Plan, quote, refuse, reply } from "./stand-in-answers";

export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

export interface StandInGateway {
  origin: string;
  /** Every request but preflights, in order. */
  seen: Seen[];
  settings: WidgetSettings;
  /** Taken from the front, one for each message. */
  plans: Plan[];
  /** Refuses the next requests that carry this token with 401 token_expired. */
  expired: Set<string>;
  /** Conversations that are gone. */
  lost: Set<string>;
  /** Refuses everything with this problem while set. */
  refusal: { status: number; code: string } | null;
  /** Asks this work of whoever wants a session without having done it. */
  challenge: Challenge | null;
  /** Makes sessions as long as this, in seconds. */
  sessionSeconds: number;
  /** Open event streams of conversations. */
  watchers: ServerResponse[];
  /** Says an event to all of them. */
  tell(name: string, data: unknown): void;
  /** Ends them all. */
  hangUp(): void;
  reset(): void;
  close(): Promise<void>;
}

const settings: WidgetSettings = {
  name: "Example",
  demand: "anonymous",
  title: "Example Help",
  introText: "Ask anything about your order.",
  suggestedQuestions: ["What is your return policy?", "How long does delivery take?"],
  theme: "light",
  position: "bottom-right",
  primaryColor: null,
};

export async function startStandInGateway(): Promise<StandInGateway> {
  let count = 0;
  const answers = new Map<string, Answer>();

  const gateway: StandInGateway = {
    origin: "",
    seen: [],
    settings: { ...settings },
    plans: [],
    expired: new Set(),
    lost: new Set(),
    refusal: null,
    challenge: null,
    sessionSeconds: 3600,
    watchers: [],
    tell(name, data) {
      for (const watcher of gateway.watchers) event(watcher, name, data);
    },
    hangUp() {
      for (const watcher of gateway.watchers.splice(0)) watcher.end();
    },
    reset() {
      gateway.hangUp();
      count = 0;
      Object.assign(gateway, {
        seen: [],
        settings: { ...settings },
        plans: [],
        refusal: null,
        challenge: null,
        sessionSeconds: 3600,
      });
      gateway.expired.clear();
      gateway.lost.clear();
      answers.clear();
    },
    close: () => new Promise((done) => server.close(() => done())),
  };

  const server = createServer(async (request, response) => {
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    response.setHeader("vary", "Origin");
    if (request.method === "OPTIONS") {
      response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
      response.setHeader("access-control-allow-headers", "authorization, content-type");
      response.writeHead(204).end();
      return;
    }
    const url = new URL(request.url ?? "/", "http://gateway");
    const path = url.pathname.replace(/^\/api\/v1/, "");
    const body = await readBody(request);
    gateway.seen.push({ method: request.method ?? "", path, query: url.searchParams, headers: request.headers, body });

    const token = request.headers.authorization?.replace("Bearer ", "");
    if (gateway.refusal) return refuse(response, gateway.refusal.status, gateway.refusal.code);
    if (path === "/widget") return reply(response, 200, gateway.settings);
    if (gateway.challenge && !token && !body.proof && (path === "/sessions" || /^\/conversations$/.test(path))) {
      const problem = { code: "challenge_required", status: 403, challenge: gateway.challenge };
      return reply(response, 403, problem, "application/problem+json");
    }
    if (path === "/sessions") {
      const seconds = gateway.sessionSeconds;
      return reply(response, 201, {
        token: `session-token-${++count}`,
        session_id: `session-${count}`,
        expires_in: seconds,
        expires_at: new Date(Date.now() + seconds * 1000).toISOString(),
      });
    }
    if (path === "/sessions/current") return response.writeHead(204).end();
    if (token && gateway.expired.has(token)) return refuse(response, 401, "token_expired");
    if (gateway.settings.demand === "session" && !token) return refuse(response, 401, "token_missing");

    const id = path.split("/")[2];
    if (id && gateway.lost.has(id)) return refuse(response, 404, "conversation_not_found");
    const tail = path.split("/")[3];
    if (tail === "events") {
      openStream(response);
      gateway.watchers.push(response);
      response.on("close", () => gateway.watchers.splice(gateway.watchers.indexOf(response) >>> 0, 1));
      return;
    }
    if (tail === "escalate") return reply(response, 202, { conversationId: id, status: "waiting" });
    if (tail === "files") return reply(response, 201, { fileId: "f_1", name: "x", type: "text/plain", size: 1 });
    if (tail === "export") return reply(response, 200, { conversationId: id, messages: [quote(id ?? "").message] });
    if (tail || request.method === "DELETE") return response.writeHead(204).end();
    if (request.method === "GET") return reply(response, 200, { conversationId: id, status: "ai", messages: [] });
    const conversationId = id ?? `c_${++count}`;
    const known = answers.get(String(body.nonce));
    const plan = known ? answerWith(known) : (gateway.plans.shift() ?? answerWith(quote(conversationId)));
    if (!known) answers.set(String(body.nonce), quote(conversationId));
    await plan(response, { body, conversationId });
  });

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  gateway.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return gateway;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const piece of request) text += piece;
  return text && request.headers["content-type"]?.includes("json") ? (JSON.parse(text) as Record<string, unknown>) : {};
}
