// Limits by address, session, user and tenant: one interface over Redis, Upstash REST or this process.

export interface LimitRule {
  /** Names the rule in RateLimit-Policy and in the counters. */
  name: string;
  /** Requests per window. */
  limit: number;
  windowSeconds: number;
}

export interface LimitVerdict {
  allowed: boolean;
  rule: LimitRule;
  remaining: number;
  /** Seconds until the window ends. */
  resetSeconds: number;
}

export interface Limiter {
  /** Counts one request of `subject` under `rule`. */
  take(rule: LimitRule, subject: string): Promise<LimitVerdict>;
}
