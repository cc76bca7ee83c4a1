import { z } from "zod";
import { newId } from "@/core/id/id";
import { PageUrlHash } from "@/core/visitor/page-url-hash";
import { type Identity, identityOf, type SessionClaims, type Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import type { TenantDatabase } from "@/store/database";
import { isSessionLive, upsertVisitor } from "@/store/session-rows";
import { beginSession } from "./begin-session";
import { ProofOfWorkInput, requireProof } from "./require-proof";
import { RENEWAL_SECONDS } from "./session-token";

export const OpenSession = z.object({
  pageUrlHash: PageUrlHash.optional(),
  /** A solved challenge, where one was asked for. */
  proof: ProofOfWorkInput.optional(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/**
 * Begins a session of one hour, or renews the one whose token was shown: the visitor stays the same. An identity
 * that was exchanged for a session lives on by renewal for a day, then the tenant's server is asked again.
 * A new anonymous one may cost a proof of work (`requireProof`). Answers when the session is committed.
 */
export async function openSession(visitor: Visitor, input: OpenSession) {
  const { product, tenantId, origin, proof } = visitor;
  const now = product.now();
  const old = proof.kind === "session" ? proof.session : null;
  if (old) await requireRenewable(visitor, old, now);
  await requireProof(visitor, input.proof);
  const identity = identityOf(visitor);
  const visitorId =
    old?.visitorId ?? (identity ? await rememberVisitor(visitor.database, identity, now) : newId("visitor"));
  const identifiedAt = identity ? (old?.identifiedAt ?? Math.floor(now / 1000)) : null;
  const wanted = { tenantId, visitorId, origin, identity, identifiedAt };
  return beginSession(product, wanted, input.pageUrlHash ?? null);
}

async function requireRenewable(visitor: Visitor, old: SessionClaims, now: number): Promise<void> {
  if (old.identifiedAt !== null && now / 1000 - old.identifiedAt > RENEWAL_SECONDS)
    throw new Failure("token_expired", { reason: "the identity behind the session is older than a day" });
  // Asked again, and not remembered: what it gives lasts an hour.
  const live = await visitor.database.sql((sql) => isSessionLive(sql, old.sessionId));
  if (!live) throw new Failure("token_invalid", { reason: "the session was revoked" });
}

/** Writes down a user as the tenant's server describes them now; resolves to the visitor they have always been. */
export function rememberVisitor(database: TenantDatabase, identity: Identity, now: number): Promise<string> {
  return database.sql((sql) => upsertVisitor(sql, database.tenantId, toVisitorRow(identity, now)));
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
