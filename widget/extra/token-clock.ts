import type { SessionAnswer } from "../wire";

/** A token with the times the widget acts by; times are ms by this browser's clock. */
export interface HeldToken {
  token: string;
  /** Null for an identity token, which has no session of ours. */
  sessionId: string | null;
  /** Infinity when the token does not say. */
  expiresAt: number;
  lifetimeMs: number;
}

const RENEW_BEFORE_MS = 5 * 60_000;

/** When to renew: 5 minutes before the end, but never sooner than 4/5 through a short life, or it would never rest. */
export function renewalTime(held: HeldToken): number {
  return held.expiresAt - Math.min(RENEW_BEFORE_MS, held.lifetimeMs / 5);
}

/** Whether the gateway would still take it, as far as this clock can tell. */
export function isLive(held: HeldToken | null, now: number): held is HeldToken {
  return held !== null && now < held.expiresAt;
}

/** Counts from the moment of receipt, so a wrong clock on the visitor's machine does no harm. */
export function holdSession(answer: SessionAnswer, now: number): HeldToken {
  const lifetimeMs = answer.expires_in * 1000;
  return { token: answer.token, sessionId: answer.session_id, expiresAt: now + lifetimeMs, lifetimeMs };
}

/**
 * Reads an identity token's times. `fresh` says that it was signed just now, so its life counts from `now`; a token
 * that came with the page may be as old as the page.
 */
export function holdIdentity(jwt: string, now: number, fresh: boolean): HeldToken {
  const { iat, exp } = readClaims(jwt);
  if (typeof exp !== "number") return { token: jwt, sessionId: null, expiresAt: Infinity, lifetimeMs: Infinity };
  const lifetimeMs = typeof iat === "number" ? (exp - iat) * 1000 : Math.max(0, exp * 1000 - now);
  return { token: jwt, sessionId: null, expiresAt: fresh ? now + lifetimeMs : exp * 1000, lifetimeMs };
}

/** Whom an identity token names; only to keep one user's conversation from the next user's eyes, never trusted. */
export function userOf(jwt: string | undefined): string | null {
  const { userId } = jwt ? readClaims(jwt) : {};
  return typeof userId === "string" ? userId : null;
}

function readClaims(jwt: string): Record<string, unknown> {
  try {
    const binary = atob((jwt.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return claims && typeof claims === "object" ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
