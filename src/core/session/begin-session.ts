import { newId } from "@/core/id/id";
import type { Product } from "@/core/product";
import type { SessionClaims } from "@/core/visitor/visitor";
import type { SessionBasis } from "@/store/session-rows";
import { writeSession } from "./session-batch";
import { rememberLive } from "./session-liveness";
import { SESSION_SECONDS, signSessionToken } from "./session-token";

/** Commits a session of one hour, unless its basis has been ended, and signs its token; OAuth's names. */
export async function beginSession(
  product: Product,
  wanted: Omit<SessionClaims, "sessionId" | "issuedAt">,
  pageUrlHash: string | null,
  basis: SessionBasis | null,
  sessionId: string = newId("session"),
) {
  const now = product.now();
  const expiresAt = now + SESSION_SECONDS * 1000;
  const row = {
    id: sessionId,
    visitorId: wanted.visitorId,
    userId: wanted.identity?.userId ?? null,
    origin: wanted.origin,
    pageUrlHash,
    createdAt: new Date(now),
    expiresAt: new Date(expiresAt),
    basis,
  };
  const written = writeSession(product, wanted.tenantId, row);
  rememberLive(product, sessionId, written);
  const [token] = await Promise.all([signSessionToken(product, { ...wanted, sessionId }, expiresAt), written]);
  return toSessionAnswer(token, sessionId, expiresAt, SESSION_SECONDS);
}

/** `expiresAt` in milliseconds. */
export function toSessionAnswer(token: string, sessionId: string, expiresAt: number, expiresIn: number) {
  return { token, session_id: sessionId, expires_in: expiresIn, expires_at: new Date(expiresAt).toISOString() };
}
