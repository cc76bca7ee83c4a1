// CORS is how the browser gets to read the answer, nothing more: what is allowed is decided at admission.
import { parseOrigin } from "@/core/origin/origin";

const EXPOSED = "RateLimit, RateLimit-Policy, Retry-After, x-request-id, ETag";
const ASKED_HEADERS = "Authorization, Content-Type, Accept, If-None-Match, Last-Event-ID, x-request-id";
const PREFLIGHT_SECONDS = "600";

/** On every answer, refusals included. A malformed origin is not repeated; never `*`, never credentials. */
export function corsHeaders(origin: string | null): Record<string, string> {
  if (origin === null || !parseOrigin(origin).ok) return { vary: "Origin" };
  return { vary: "Origin", "access-control-allow-origin": origin, "access-control-expose-headers": EXPOSED };
}

export function preflightHeaders(methods: string): Record<string, string> {
  return {
    "access-control-allow-methods": methods,
    "access-control-allow-headers": ASKED_HEADERS,
    "access-control-max-age": PREFLIGHT_SECONDS,
  };
}
