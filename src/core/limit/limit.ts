// Limits by address, session, user and tenant: one interface over Redis, Upstash REST or this process.

export interface LimitRule {
  /** Names the rule in RateLimit-Policy and in the counters. */
  name: string;
  /** Requests per window. */
  limit: number;
  windowSeconds: number;
  /** A tenant's own limit, which holds where it is lower; no scale of the operator's changes it. */
  own?: number | null;
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

/** The installation's limiter: its operator may have scaled every rule. */
export interface ScaledLimiter extends Limiter {
  /** A rule as it holds here, a tenant's own limit considered. */
  ruleOf(rule: LimitRule): LimitRule;
  /**
   * From now on what this process counts outlives it in `file`, of which no other process may know and which names nobody
   * to those without `secret`. Nothing to do where the counters are elsewhere.
   */
  keepIn(file: string, secret: string): void;
}
