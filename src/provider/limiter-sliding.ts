import { Ratelimit } from "@upstash/ratelimit";
import type { Limiter, LimitRule } from "@/core/limit/limit";

/** The commands that the sliding window needs, with Upstash's signatures. */
export type LimiterRedis = ConstructorParameters<typeof Ratelimit>[0]["redis"];

/** How long an answer of Redis is waited for, milliseconds. */
export const PATIENCE_MS = 500;

/** Sliding windows in Redis, by @upstash/ratelimit's scripts: exact, however many processes ask. `take` throws what `redis` throws. */
export function createSlidingLimiter(redis: LimiterRedis): Limiter {
  const limits = new Map<string, Ratelimit>();

  const limitOf = (rule: LimitRule): Ratelimit => {
    const name = `${rule.name}:${rule.limit}:${rule.windowSeconds}`;
    const known = limits.get(name);
    if (known) return known;
    const made = new Ratelimit({
      redis,
      limiter: Ratelimit.slidingWindow(rule.limit, `${rule.windowSeconds} s`),
      prefix: `gatehouse:limit:${name}`,
      analytics: false,
      ephemeralCache: false,
      timeout: 0,
    });
    limits.set(name, made);
    return made;
  };

  return {
    async take(rule, subject) {
      const verdict = await limitOf(rule).limit(subject);
      return {
        allowed: verdict.success,
        rule,
        remaining: Math.max(0, verdict.remaining),
        resetSeconds: Math.max(1, Math.ceil((verdict.reset - Date.now()) / 1000)),
      };
    },
  };
}
