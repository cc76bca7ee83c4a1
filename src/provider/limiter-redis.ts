import { Redis } from "ioredis";
import type { Limiter } from "@/core/limit/limit";
import { createSlidingLimiter, type LimiterRedis, PATIENCE_MS } from "./limiter-sliding";

/** Counters in Redis over its own protocol. `take` throws while Redis does not answer. */
export function connectRedisLimiter(url: string): Limiter & { close(): void } {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    // What is asked in one turn of the event loop travels together.
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    connectTimeout: PATIENCE_MS,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  // Reconnects by itself; what fails meanwhile is told to the caller of take.
  redis.on("error", () => {});
  let connecting: Promise<void> | undefined;
  const limiter = createSlidingLimiter(asUpstash(redis));
  return {
    async take(rule, subject) {
      connecting ??= redis.connect();
      await connecting.catch(() => {});
      return limiter.take(rule, subject);
    },
    close: () => redis.disconnect(),
  };
}

function asUpstash(redis: Redis): LimiterRedis {
  const words = (args: unknown[]) => args.map((arg) => (typeof arg === "number" ? arg : String(arg)));
  const commands = {
    eval: (script: string, keys: string[], args: unknown[]) => redis.eval(script, keys.length, ...keys, ...words(args)),
    evalsha: (hash: string, keys: string[], args: unknown[]) =>
      redis.evalsha(hash, keys.length, ...keys, ...words(args)),
  };
  return commands as unknown as LimiterRedis;
}
