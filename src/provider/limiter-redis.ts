import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "ioredis";
import type { Limiter, LimitRule } from "@/core/limit/limit";

type RatelimitRedis = ConstructorParameters<typeof Ratelimit>[0]["redis"];

/** How long an answer of Redis is waited for, milliseconds. */
const PATIENCE_MS = 500;

/** Sliding windows in Redis, by @upstash/ratelimit's scripts. `take` throws while Redis does not answer. */
export function connectRedisLimiter(url: string): Limiter & { close(): void } {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    connectTimeout: PATIENCE_MS,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  // Reconnects by itself; what fails meanwhile is told to the caller of take.
  redis.on("error", () => {});
  let connecting: Promise<void> | undefined;
  const limits = new Map<string, Ratelimit>();

  const limitOf = (rule: LimitRule): Ratelimit => {
    const name = `${rule.name}:${rule.limit}:${rule.windowSeconds}`;
    const known = limits.get(name);
    if (known) return known;
    const made = new Ratelimit({
      redis: asUpstash(redis),
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
      connecting ??= redis.connect();
      await connecting.catch(() => {});
      const verdict = await limitOf(rule).limit(subject);
      return {
        allowed: verdict.success,
        rule,
        remaining: Math.max(0, verdict.remaining),
        resetSeconds: Math.max(1, Math.ceil((verdict.reset - Date.now()) / 1000)),
      };
    },
    close: () => redis.disconnect(),
  };
}

/** The two commands that the sliding window needs, with Upstash's signatures. */
function asUpstash(redis: Redis): RatelimitRedis {
  const words = (args: unknown[]) => args.map((arg) => (typeof arg === "number" ? arg : String(arg)));
  const commands = {
    eval: (script: string, keys: string[], args: unknown[]) => redis.eval(script, keys.length, ...keys, ...words(args)),
    evalsha: (hash: string, keys: string[], args: unknown[]) =>
      redis.evalsha(hash, keys.length, ...keys, ...words(args)),
  };
  return commands as unknown as RatelimitRedis;
}
