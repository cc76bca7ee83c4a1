import type { Limiter } from "@/core/limit/limit";
import { createProcessLimiter } from "./limiter-process";
import { connectRedisLimiter } from "./limiter-redis";

export interface OpenLimiter extends Limiter {
  close(): Promise<void>;
}

/**
 * Limits that hold across processes with `redisUrl`, in this process without. While Redis does not answer, the
 * process counts for itself: trouble with a counter must not close the door. `scale` multiplies every limit.
 */
export function openLimiter(options: { redisUrl: string | undefined; now(): number; scale?: number }): OpenLimiter {
  const here = createProcessLimiter(options.now);
  const redis = options.redisUrl ? connectRedisLimiter(options.redisUrl) : undefined;
  const scale = options.scale ?? 1;
  return {
    async take(rule, subject) {
      const scaled = scale === 1 ? rule : { ...rule, limit: Math.max(1, Math.round(rule.limit * scale)) };
      if (!redis) return here.take(scaled, subject);
      try {
        return await redis.take(scaled, subject);
      } catch {
        return here.take(scaled, subject);
      }
    },
    close: async () => redis?.close(),
  };
}
