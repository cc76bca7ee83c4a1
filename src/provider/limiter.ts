import type { Limiter, LimitRule, ScaledLimiter } from "@/core/limit/limit";
import { Failure } from "@/failures";
import { type KeptWindows, openKeptWindows } from "./limiter-kept";
import { createProcessLimiter } from "./limiter-process";
import { connectRedisLimiter } from "./limiter-redis";
import { connectUpstashLimiter, type UpstashOptions } from "./limiter-upstash";

export interface OpenLimiter extends ScaledLimiter {
  close(): Promise<void>;
}

export interface LimiterOptions {
  redisUrl?: string | undefined;
  /** Used where there is no `redisUrl`. */
  upstash?: UpstashOptions | undefined;
  /** While the counters do not answer: `open` lets each process count for itself, `closed` refuses. */
  whenDown?: "open" | "closed";
  /** Multiplies every limit. */
  scale?: number;
  now(): number;
}

/** How long after a failure the counters are left alone: nobody else has to wait for the same trouble. */
const REST_MS = 250;
const RETRY_SECONDS = 1;

/**
 * Limits that hold across processes with Redis or Upstash, in this process without. While the counters do not answer:
 * as `whenDown` says; `closed` is `answer_unavailable`.
 */
export function openLimiter(options: LimiterOptions): OpenLimiter {
  const { redisUrl, upstash, whenDown = "open", scale = 1, now } = options;
  let here = createProcessLimiter(now);
  let kept: KeptWindows | undefined;
  const shared = redisUrl ? connectRedisLimiter(redisUrl) : upstash ? connectUpstashLimiter(upstash) : undefined;
  let restingUntil = 0;

  const count: Limiter["take"] = async (rule, subject) => {
    if (!shared) return here.take(rule, subject);
    if (performance.now() >= restingUntil) {
      try {
        return await shared.take(rule, subject);
      } catch {
        restingUntil = performance.now() + REST_MS;
      }
    }
    if (whenDown === "open") return here.take(rule, subject);
    throw new Failure("answer_unavailable", { retryAfterSeconds: RETRY_SECONDS, reason: "limits cannot be counted" });
  };

  const ruleOf = ({ own, ...rule }: LimitRule): LimitRule => {
    const limit = scale === 1 ? rule.limit : Math.max(1, Math.round(rule.limit * scale));
    return { ...rule, limit: Math.min(limit, own ?? limit) };
  };

  return {
    ruleOf,
    take: (rule, subject) => count(ruleOf(rule), subject),
    keepIn(file, secret) {
      if (shared || kept) return;
      kept = openKeptWindows(file, secret);
      here = createProcessLimiter(now, kept);
    },
    async close() {
      await kept?.close();
      await shared?.close();
    },
  };
}
