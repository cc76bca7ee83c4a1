import { newId } from "@/core/id/id";
import type { Product } from "@/core/product";
import type { SessionClaims } from "@/core/visitor/visitor";
import { writeSession } from "./session-batch";
import { rememberLive } from "./session-liveness";
import { SESSION_SECONDS, signSessionToken } from "./session-token";

/** Commits a session of one hour and signs its token; OAuth's names. */
export async function beginSession(
  product: Product,
  wanted: Omit<SessionClaims, "sessionId" | "issuedAt">,
  pageUrlHash: string | null,
) {
  const now = product.now();
  const expiresAt = now + SESSION_SECONDS * 1000;
  const sessionId = newId("session");
  const row = {
    id: sessionId,
    visitorId: wanted.visitorId,
    userId: wanted.identity?.userId ?? null,
    origin: wanted.origin,
    pageUrlHash,
    createdAt: new Date(now),
    expiresAt: new Date(expiresAt),
  };
  const [token] = await Promise.all([
    signSessionToken(product, { ...wanted, sessionId }, expiresAt),
    writeSession(product, wanted.tenantId, row),
  ]);
  rememberLive(product, sessionId);
  return {
    token,
    session_id: sessionId,
    expires_in: SESSION_SECONDS,
    expires_at: new Date(expiresAt).toISOString(),
  };
}
