// A gateway over a product, and a browser's requests to it.
import { createHmac, randomBytes } from "node:crypto";
import type { Hono } from "hono";
import type { Product } from "@/core/product";
import { createGateway } from "@/gateway/gateway";
import { expectDocumented } from "./contract";

/** Every test calls from addresses of its own, so that no limit is shared. */
export function freshGateway(product: Product): Hono {
  const own = randomBytes(8).toString("hex");
  return createGateway(product, (header) => header("x-test-address") ?? own);
}

export interface Ask {
  origin?: string | null;
  token?: string;
  body?: unknown;
  /** Instead of a body: a multipart form. */
  form?: FormData;
  headers?: Record<string, string>;
}

/**
 * A request as a browser on a page of `origin` would send it; `path` is below /api/v1. The answer is held against the
 * gateway's own document.
 */
export async function call(gateway: Hono, method: string, path: string, ask: Ask = {}): Promise<Response> {
  const { origin = "https://www.example.com", token, body, form, headers = {} } = ask;
  const response = await gateway.request(`http://localhost:3000/api/v1${path}`, {
    method,
    headers: {
      ...(origin === null ? {} : { origin }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(form ? { body: form } : {}),
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  await expectDocumented(method, `/api/v1${path}`, response);
  return response;
}

/** A JWT made by hand, right or wrong in any way a test likes. */
export function signJwt(
  claims: object,
  secret: string,
  header: object = { alg: "HS256", typ: "JWT" },
  hash = "sha256",
) {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${createHmac(hash, secret).update(signed).digest("base64url")}`;
}

/** The claims of the identity tokens in the documentation, fresh for an hour. */
export function identityClaims(tenantId: string, nowSeconds = Math.floor(Date.now() / 1000)) {
  return {
    tenantId,
    userId: "usr_42",
    userEmail: "someone@example.com",
    userRoles: ["user", "admin"],
    plan: "pro",
    iat: nowSeconds,
    exp: nowSeconds + 3600,
  };
}
