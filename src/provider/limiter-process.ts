import type { Limiter } from "@/core/limit/limit";

export interface Window {
  /** Number of the window since the epoch. */
  number: number;
  windowMs: number;
  current: number;
  previous: number;
}

/** Where the counting is done, and under which name a subject is counted. */
export interface Windows {
  windows: Map<string, Window>;
  keyOf(subject: string): string;
}

const MOST_SUBJECTS = 50_000;
const inMemory = (): Windows => ({ windows: new Map(), keyOf: (subject) => subject });

/**
 * Sliding window in this process: what was counted in the window before weighs as much as of it still lies within
 * the last `windowSeconds`. A refused request is not counted. Memory is bounded by `MOST_SUBJECTS`.
 */
export function createProcessLimiter(now: () => number, { windows, keyOf }: Windows = inMemory()): Limiter {
  const present = (key: string, windowMs: number, time: number): Window => {
    const number = Math.floor(time / windowMs);
    const known = windows.get(key);
    if (known?.number === number) return known;
    if (!known && windows.size >= MOST_SUBJECTS) forgetOld(windows, time);
    const previous = known?.number === number - 1 ? known.current : 0;
    const fresh = { number, windowMs, current: 0, previous };
    // Last again: the order is that of the last use, and the first are forgotten first.
    windows.delete(key);
    windows.set(key, fresh);
    return fresh;
  };

  return {
    async take(rule, subject) {
      const windowMs = rule.windowSeconds * 1000;
      const time = now();
      const window = present(keyOf(`${rule.name}:${subject}`), windowMs, time);
      const elapsed = (time % windowMs) / windowMs;
      const before = Math.floor((1 - elapsed) * window.previous);
      const allowed = before + window.current < rule.limit;
      if (allowed) window.current += 1;
      const remaining = Math.max(0, rule.limit - before - window.current);
      return { allowed, rule, remaining, resetSeconds: Math.ceil(((window.number + 1) * windowMs - time) / 1000) };
    },
  };
}

/** Forgets windows that weigh nothing any more; if all still do, the oldest tenth. */
function forgetOld(windows: Map<string, Window>, time: number): void {
  for (const [key, window] of windows) {
    if (window.number < Math.floor(time / window.windowMs) - 1) windows.delete(key);
  }
  let surplus = windows.size - MOST_SUBJECTS * 0.9;
  for (const key of windows.keys()) {
    if (surplus-- <= 0) return;
    windows.delete(key);
  }
}
