import { z } from "zod";
import { newId } from "@/core/id/id";
import { PageUrlHash } from "@/core/visitor/page-url-hash";
import { type Identity, identityOf, type SessionClaims, type Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { isSessionLive, upsertVisitor } from "@/store/session-rows";
import { writeSession } from "./session-batch";
import { RENEWAL_SECONDS, SESSION_SECONDS, signSessionToken } from "./session-token";

export const OpenSession = z.object({ pageUrlHash: PageUrlHash.optional() });
export type OpenSession = z.infer<typeof OpenSession>;

/**
 * Begins a session of one hour, or renews the one whose token was shown: the visitor stays the same. An identity
 * that was exchanged for a session lives on by renewal for a day, then the tenant's server is asked again.
 * Answers when the session is committed.
 */
export async function openSession(visitor: Visitor, input: OpenSession) {
  const { product, tenantId, origin } = visitor;
  const now = product.now();
  const expiresAt = now + SESSION_SECONDS * 1000;
  const old = visitor.proof.kind === "session" ? visitor.proof.session : null;
  if (old) await requireRenewable(visitor, old, now);
  const identity = identityOf(visitor);
  const visitorId = old?.visitorId ?? (identity ? await rememberVisitor(visitor, identity, now) : newId("visitor"));
  const sessionId = newId("session");
  const identifiedAt = identity ? (old?.identifiedAt ?? Math.floor(now / 1000)) : null;
  const claims: SessionClaims = { tenantId, sessionId, visitorId, origin, identity, identifiedAt };
  const row = {
    id: sessionId,
    visitorId,
    userId: identity?.userId ?? null,
    origin,
    pageUrlHash: input.pageUrlHash ?? null,
    createdAt: new Date(now),
    expiresAt: new Date(expiresAt),
  };
  const [token] = await Promise.all([
    signSessionToken(product, claims, expiresAt),
    writeSession(product, tenantId, row),
  ]);
  return {
    token,
    session_id: sessionId,
    expires_in: SESSION_SECONDS,
    expires_at: new Date(expiresAt).toISOString(),
  };
}

async function requireRenewable(visitor: Visitor, old: SessionClaims, now: number): Promise<void> {
  if (old.identifiedAt !== null && now / 1000 - old.identifiedAt > RENEWAL_SECONDS)
    throw new Failure("token_expired", { reason: "the identity behind the session is older than a day" });
  const live = await visitor.database.sql((sql) => isSessionLive(sql, old.sessionId));
  if (!live) throw new Failure("token_invalid", { reason: "the session was revoked" });
}

function rememberVisitor(visitor: Visitor, identity: Identity, now: number): Promise<string> {
  return visitor.database.sql((sql) => upsertVisitor(sql, visitor.tenantId, toVisitorRow(identity, now)));
}

/** An anonymous visitor is only an id and has no row; an identified one is kept as the tenant's server names them. */
export function toVisitorRow(identity: Identity, now: number) {
  return {
    id: newId("visitor"),
    userId: identity.userId,
    email: identity.userEmail ?? null,
    roles: identity.userRoles ?? [],
    plan: identity.plan ?? null,
    seenAt: new Date(now),
  };
}
