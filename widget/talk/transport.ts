import type { Challenge } from "../wire";
import { Failure, parseProblem, toFailure } from "./failure";

export interface Call {
  method: "GET" | "POST" | "DELETE";
  path: string;
  body?: unknown;
  accept?: string;
  token?: string | null | undefined;
  signal?: AbortSignal | undefined;
}

/** Sends one request; resolves with an answer that is ok, else rejects with a Failure (or the abort itself). */
export type Transport = (call: Call) => Promise<Response>;

/**
 * Requests to the gateway: no cookies, no referrer beyond the origin, nothing cached unless it is a plain GET.
 * `log` gets method, path and status, never a token or a message.
 */
export function createTransport(apiUrl: string, send: typeof fetch, log: (...what: unknown[]) => void): Transport {
  return async ({ method, path, body, accept = "application/json", token, signal }) => {
    const headers: Record<string, string> = { Accept: accept };
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = `Bearer ${token}`;
    log("→", method, path, token ? "with token" : "");
    let response: Response;
    try {
      response = await send(apiUrl + path, {
        method,
        headers,
        body: body === undefined || isForm ? (body ?? null) : JSON.stringify(body),
        signal: signal ?? null,
        credentials: "omit",
        referrerPolicy: "strict-origin",
        keepalive: method === "DELETE",
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new Failure("network", 0, `${apiUrl}${path}: ${cause}`);
    }
    log("←", method, path, response.status);
    if (!response.ok) throw parseProblem(response.status, await response.text().catch(() => ""));
    return response;
  };
}

/** Answers a demand for proof of work: solves it and sends the request again, once, with the proof. */
export function withProof(transport: Transport, solve: (challenge: Challenge) => Promise<string>): Transport {
  return async (call) => {
    try {
      return await transport(call);
    } catch (thrown) {
      const { challenge } = toFailure(thrown);
      if (!challenge || call.body instanceof FormData) throw thrown;
      const proof = { challenge: challenge.challenge, solution: await solve(challenge) };
      return transport({ ...call, body: { ...Object(call.body), proof } });
    }
  };
}
