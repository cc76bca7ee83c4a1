import type { LimitVerdict } from "@/core/limit/limit";

/** RateLimit-Policy names every limit that counted this request, RateLimit the one that is nearest to its end. */
export function limitHeaders(verdicts: readonly LimitVerdict[]): Record<string, string> {
  const [first, ...rest] = verdicts;
  if (!first) return {};
  const share = (verdict: LimitVerdict) => verdict.remaining / verdict.rule.limit;
  const nearest = rest.reduce((least, verdict) => (share(verdict) < share(least) ? verdict : least), first);
  return {
    "ratelimit-policy": verdicts.map(({ rule }) => `"${rule.name}";q=${rule.limit};w=${rule.windowSeconds}`).join(", "),
    ratelimit: `"${nearest.rule.name}";r=${nearest.remaining};t=${nearest.resetSeconds}`,
  };
}
