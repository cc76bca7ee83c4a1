import { failureOf, newFailure } from "./failure";

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
    const isJson = !!body && !(body instanceof FormData);
    if (isJson) headers["Content-Type"] = "application/json";
    if (token) headers.Authorization = `Bearer ${token}`;
    log(method, path, token ? "token" : "");
    let response: Response;
    try {
      response = await send(apiUrl + path, {
        method,
        headers,
        body: isJson ? JSON.stringify(body) : ((body as FormData | undefined) ?? null),
        signal: signal ?? null,
        credentials: "omit",
        referrerPolicy: "strict-origin",
        keepalive: method === "DELETE",
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw newFailure("network", 0, `${apiUrl}${path}: ${cause}`);
    }
    log(method, path, response.status);
    if (!response.ok) throw failureOf(await response.json().catch(() => null), response.status);
    return response;
  };
}
