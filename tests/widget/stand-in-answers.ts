// What the stand-in gateway says, and how it says it on the wire.
import type { ServerResponse } from "node:http";
import type { Answer, Citation, Problem, WireMessage } from "../../widget/wire";

/** How the next message is answered; without a plan the stand-in quotes its one source. */
export type Plan = (
  response: ServerResponse,
  turn: { body: Record<string, unknown>; conversationId: string },
) => unknown;

export const citation: Citation = {
  marker: 1,
  title: "Returns and refunds",
  url: "https://docs.example.com/returns",
  quote: "You can return an item within 30 days of delivery.",
  sourceId: "s_returns",
};

/** The stand-in's usual answer. */
export function quote(conversationId: string, content = "You can **return** an item within 30 days [1]."): Answer {
  const message: WireMessage = {
    id: "m_1",
    role: "assistant",
    content,
    citations: content.includes("[1]") ? [citation] : [],
    grounded: true,
    createdAt: new Date(0).toISOString(),
  };
  return { conversationId, message };
}

/** Streams an answer in small pieces, as the gateway does. */
export function answerWith(answer: Answer, pauseMs = 5): Plan {
  return async (response) => {
    openStream(response);
    event(response, "message.start", { conversationId: answer.conversationId, messageId: answer.message.id });
    for (const text of answer.message.content.match(/.{1,12}/gs) ?? []) {
      event(response, "message.delta", { text });
      await new Promise((done) => setTimeout(done, pauseMs));
    }
    for (const one of answer.message.citations) event(response, "citation", one);
    event(response, "message.done", answer);
    response.end();
  };
}

/** Streams markdown of the test's own. */
export const say =
  (markdown: string, pauseMs = 1): Plan =>
  (response, turn) =>
    answerWith(quote(turn.conversationId, markdown), pauseMs)(response, turn);

/** Answers with a problem. */
export const refuseWith =
  (status: number, code: string): Plan =>
  (response) =>
    refuse(response, status, code);

export function openStream(response: ServerResponse) {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" });
  response.write(": ping\n\n");
}

export function event(response: ServerResponse, name: string, data: unknown) {
  response.write(`event: ${name}\r\ndata: ${JSON.stringify(data)}\r\n\r\n`);
}

export function reply(response: ServerResponse, status: number, body: unknown, type = "application/json") {
  response.writeHead(status, { "content-type": type }).end(JSON.stringify(body));
}

export function refuse(response: ServerResponse, status: number, code: string) {
  const problem: Problem = {
    type: `https://gatehouse.example/docs/errors/${code}`,
    title: code,
    status,
    detail: `The stand-in says ${code}.`,
    code,
    requestId: "r_1",
  };
  reply(response, status, problem, "application/problem+json");
}
