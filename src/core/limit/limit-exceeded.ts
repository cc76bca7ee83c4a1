import { Failure } from "@/failures";
import type { LimitVerdict } from "./limit";

/** `rate_limited`, with the verdict that says so. */
export class LimitExceeded extends Failure {
  readonly verdict: LimitVerdict;

  constructor(verdict: LimitVerdict) {
    super("rate_limited", { retryAfterSeconds: verdict.resetSeconds, reason: `the limit ${verdict.rule.name}` });
    this.verdict = verdict;
  }
}
