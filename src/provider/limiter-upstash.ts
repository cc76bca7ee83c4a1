import { Redis } from "@upstash/redis";
import type { Limiter } from "@/core/limit/limit";
import { createSlidingLimiter, PATIENCE_MS } from "./limiter-sliding";

export interface UpstashOptions {
  url: string;
  token: string;
}

/** Counters in a Redis that speaks Upstash's REST. Needs no connection; `take` throws while it does not answer. */
export function connectUpstashLimiter({ url, token }: UpstashOptions): Limiter & { close(): void } {
  const redis = new Redis({
    url,
    token,
    retry: false,
    enableTelemetry: false,
    // A function, because the client takes the end of a single signal for an answer.
    signal: () => AbortSignal.timeout(PATIENCE_MS),
  });
  return { ...createSlidingLimiter(redis), close: () => {} };
}
