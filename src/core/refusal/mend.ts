import { judgeOrigin } from "@/core/origin/judge-origin";
import type { AllowedOrigin } from "@/core/origin/origin";

export type Mend =
  /** Nothing is left to do: it would be let in by now. */
  | { kind: "done" }
  /** One press lets it in. */
  | { kind: "allow"; pattern: string }
  /** The page of the console where it is decided, and the section of it. */
  | { kind: "open"; page: "origins" | "keys" | "install" | "behaviour"; section?: string }
  | { kind: "none" };

const decidedAt = (page: "keys" | "install" | "behaviour", section?: string) => ({
  kind: "open" as const,
  page,
  ...(section && { section }),
});
const places: Record<string, Mend> = {
  token_invalid: decidedAt("keys", "token"),
  tenant_mismatch: decidedAt("keys", "token"),
  token_expired: decidedAt("keys", "api-keys"),
  scope_refused: decidedAt("keys", "api-keys"),
  token_missing: decidedAt("install"),
  identity_required: decidedAt("behaviour", "demand"),
  challenge_required: decidedAt("behaviour", "demand"),
  rate_limited: decidedAt("behaviour", "limits"),
  quota_exceeded: decidedAt("behaviour", "limits"),
};

interface Door {
  origins: AllowedOrigin[];
  developmentOrigins: boolean;
}

/** What mends a refusal, and why it was one by the list as it is now. Pure; `now` in milliseconds. */
export function toMend(
  refusal: { reason: string; origin: string },
  door: Door,
  now: number,
): { mend: Mend; why: string } {
  const reason = refusal.reason.replace(/^reported:/, "");
  const place = places[reason];
  if (place) return { mend: place, why: "" };
  if (reason !== "origin_not_allowed" && reason !== "https_required") return { mend: { kind: "none" }, why: "" };
  const { allowed, addable, why, origin } = judgeOrigin(door, refusal.origin, now);
  if (allowed) return { mend: { kind: "done" }, why };
  if (addable) return { mend: { kind: "allow", pattern: addable }, why };
  // An expired rule, or the development switch.
  const onPage = origin !== null && (origin.startsWith("https:") || /^http:\/\/(localhost|127\.|\[::1\])/.test(origin));
  return { mend: onPage ? { kind: "open", page: "origins", section: "development" } : { kind: "none" }, why };
}
