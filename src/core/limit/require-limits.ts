import { Failure } from "@/failures";
import type { Limiter, LimitRule } from "./limit";

/** Counts a request against each rule; the first that is over its limit is `rate_limited`. */
export async function requireLimits(limiter: Limiter, ...counted: [rule: LimitRule, subject: string][]): Promise<void> {
  for (const [rule, subject] of counted) {
    const verdict = await limiter.take(rule, subject);
    if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  }
}
