import type { Answer, Asking, WidgetSettings } from "../wire";
import { type AnswerListener, readAnswer } from "./answer-reader";
import type { Bearer } from "./bearer";
import { toFailure, unexpected } from "./failure";
import type { Call, Transport } from "./transport";

declare const VERSION: string;

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
  /** Anything else that is done to a conversation: `/feedback`, `/close`, `/escalate`, `/export`, `/files`, or its end. */
  act(
    conversationId: string,
    method: Call["method"],
    tail?: string,
    body?: unknown,
    rest?: Pick<Call, "accept" | "signal">,
    query?: string,
  ): Promise<Response>;
}

export interface GatewayWorld {
  siteKey: string;
  citations: boolean;
  transport: Transport;
  bearer: Bearer;
  /** Whether the visitor has agreed to be known, where that is asked. */
  mayTalk(): boolean;
  pageHash(): Promise<string | undefined>;
}

/** What the widget asks of the gateway, each request with the token the keeper holds for it. */
export function createGateway({ siteKey, citations, transport, bearer, mayTalk, pageHash }: GatewayWorld): Gateway {
  const keyed = `siteKey=${encodeURIComponent(siteKey)}`;

  async function authorized(call: Call): Promise<Response> {
    const token = await bearer.now();
    try {
      return await transport({ ...call, token });
    } catch (thrown) {
      const { status, code } = toFailure(thrown);
      // A gateway that is under attack wants a session of everybody; work may be the price of one.
      const next = (status === 401 || code === "challenge_required") && (await bearer.after(token, code));
      if (!next) throw thrown;
      return transport({ ...call, token: next });
    }
  }

  const at = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}`;

  const act: Gateway["act"] = (conversationId, method, tail = "", body, rest, query = "") => {
    const said = body && !(body instanceof FormData) ? { siteKey, ...body } : body;
    return authorized({ method, path: `${at(conversationId)}${tail}?${keyed}${query}`, body: said, ...rest });
  };

  return {
    async settings() {
      // Public, and asked for before anyone needs a session: an identity goes along but nothing is renewed for it.
      const token = mayTalk() ? await bearer.identity() : null;
      return readJson(await transport({ method: "GET", path: `/widget?${keyed}&version=${VERSION}`, token }), "title");
    },

    async ask({ message, nonce, conversationId }, listener, signal) {
      const response = await authorized({
        method: "POST",
        path: conversationId ? at(conversationId) : "/conversations",
        body: { siteKey, message, citations, pageUrlHash: await pageHash(), nonce } satisfies Asking,
        accept: "text/event-stream",
        signal,
      });
      return readAnswer(response, listener);
    },

    act,
  };
}

/** The body, when it is the object we asked for: a page of HTML with status 200 is not. */
export async function readJson<T extends object>(response: Response, needed: keyof T & string): Promise<T> {
  const body = Object(await response.json().catch(() => null)) as T;
  if (needed in body) return body;
  throw unexpected(`no ${needed}: ${response.url}`);
}
