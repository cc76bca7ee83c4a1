import type { Answer, SessionAnswer, Transcript, WidgetSettings } from "../wire";
import { type AnswerListener, readAnswer, readEvents } from "./answer-reader";
import { Failure, toFailure } from "./failure";
import type { TokenKeeper } from "./token-keeper";
import type { Call, Transport } from "./transport";

export interface Question {
  message: string;
  /** The same nonce never makes a second message, so a question can be sent again without fear. */
  nonce: string;
  /** Null begins a conversation. */
  conversationId: string | null;
}

export interface Gateway {
  settings(): Promise<WidgetSettings>;
  ask(question: Question, listener: AnswerListener, signal: AbortSignal): Promise<Answer>;
  transcript(conversationId: string): Promise<Transcript>;
  /** What came in a conversation since a message, then what comes, until `take` has enough or the stream is over. */
  follow(
    conversationId: string,
    after: string | undefined,
    take: (name: string, event: Record<string, unknown>) => boolean,
    signal: AbortSignal,
  ): Promise<void>;
  /** Anything else that is done to a conversation: `/feedback`, `/close`, `/escalate`, `/export`, `/files`, or its end. */
  act(conversationId: string, method: Call["method"], tail?: string, body?: unknown): Promise<Response>;
}

export interface GatewayWorld {
  siteKey: string;
  citations: boolean;
  transport: Transport;
  keeper: TokenKeeper;
  pageHash(): Promise<string | undefined>;
}

/** What the widget asks of the gateway, each request with the token the keeper holds for it. */
export function createGateway({ siteKey, citations, transport, keeper, pageHash }: GatewayWorld): Gateway {
  const keyed = `?siteKey=${encodeURIComponent(siteKey)}`;

  async function authorized(call: Call): Promise<Response> {
    const token = await keeper.bearer();
    try {
      return await transport({ ...call, token });
    } catch (thrown) {
      const failure = toFailure(thrown);
      const next = failure.status === 401 && (await keeper.bearerAfter(token, failure.code));
      if (!next) throw thrown;
      return transport({ ...call, token: next });
    }
  }

  const at = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`;

  const act: Gateway["act"] = (conversationId, method, tail = "", body) => {
    const said = body && !(body instanceof FormData) ? { siteKey, ...body } : body;
    return authorized({ method, path: at(conversationId) + tail + keyed, body: said });
  };

  return {
    async settings() {
      // Public, and asked for before anyone needs a session: an identity goes along but nothing is renewed for it.
      const token = keeper.isIdentified() ? keeper.held()?.token : null;
      return readJson(await transport({ method: "GET", path: `/widget${keyed}`, token }), "title");
    },

    async ask({ message, nonce, conversationId }, listener, signal) {
      const response = await authorized({
        method: "POST",
        path: conversationId ? at(conversationId) : "/conversations",
        body: { siteKey, message, citations, pageUrlHash: await pageHash(), nonce },
        accept: "text/event-stream",
        signal,
      });
      return readAnswer(response, listener, signal);
    },

    async transcript(conversationId) {
      return readJson(await act(conversationId, "GET"), "messages");
    },

    async follow(conversationId, after, take, signal) {
      const path = `${at(conversationId)}/events${keyed}${after ? `&after=${encodeURIComponent(after)}` : ""}`;
      await readEvents(await authorized({ method: "GET", path, accept: "text/event-stream", signal }), take, signal);
    },

    act,
  };
}

/** Opens or renews a session; stands apart from the gateway because the keeper needs it first. */
export async function openSession(
  transport: Transport,
  body: { siteKey: string; pageUrlHash: string | undefined; nonce: string },
  old: string | null,
): Promise<SessionAnswer> {
  return readJson(await transport({ method: "POST", path: "/sessions", body, token: old }), "token");
}

/** The body, when it is the object we asked for: a page of HTML with status 200 is not. */
async function readJson<T extends object>(response: Response, needed: keyof T): Promise<T> {
  const body = Object(await response.json().catch(() => null)) as T;
  if (needed in body) return body;
  throw new Failure("unexpected", 0, `${response.url} answers without ${String(needed)}; is api-url right?`);
}
