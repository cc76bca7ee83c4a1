interface Kept<T> {
  value: Promise<T | null>;
  until: number;
}

/**
 * Keeps what was looked up for `lifeMs`, at most `most` of it, loaded once for all who ask at the same time. What is
 * missing is not remembered.
 */
export class Memory<T> {
  readonly #now: () => number;
  readonly #lifeMs: number;
  readonly #most: number;
  readonly #kept = new Map<string, Kept<T>>();

  constructor(now: () => number, lifeMs: number, most: number) {
    this.#now = now;
    this.#lifeMs = lifeMs;
    this.#most = most;
  }

  async find(key: string, load: () => Promise<T | null>): Promise<T | null> {
    const now = this.#now();
    const kept = this.#kept.get(key);
    if (kept && kept.until > now) return kept.value;
    makeRoom(this.#kept, this.#most);
    const fresh = { value: load(), until: now + this.#lifeMs };
    this.#kept.set(key, fresh);
    const forget = () => this.#kept.get(key) === fresh && this.#kept.delete(key);
    try {
      const value = await fresh.value;
      if (value === null) forget();
      return value;
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** What is kept of `key`, also past its time. */
  async peek(key: string): Promise<T | null> {
    return (await this.#kept.get(key)?.value) ?? null;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  forgetAll(): void {
    this.#kept.clear();
  }
}

/** Forgets the oldest entries until one more has room among `most`. */
export function makeRoom(map: Map<string, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size < most) return;
    map.delete(key);
  }
}
