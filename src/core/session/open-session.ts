import { z } from "zod";
import { Text } from "@/core/conversation/text";
import { newId } from "@/core/id/id";
import { PageUrlHash } from "@/core/visitor/page-url-hash";
import { toMilliseconds } from "@/core/visitor/require-standing";
import { type Identity, identityOf, type SessionClaims, type Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import type { TenantDatabase } from "@/store/database";
import { type SessionBasis, upsertVisitor } from "@/store/session-rows";
import { beginSession } from "./begin-session";
import { repeatSession, toNonceIds } from "./repeat-session";
import { ProofOfWorkInput, requireProof } from "./require-proof";
import { RENEWAL_SECONDS } from "./session-token";

export const OpenSession = z.object({
  pageUrlHash: PageUrlHash.optional(),
  /** An idempotency key, such as a UUID: the same one again gets the same session. One under 16 characters is none. */
  nonce: Text.min(1).max(200).optional(),
  /** A solved challenge, where one was asked for. */
  proof: ProofOfWorkInput.optional(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/**
 * Begins a session of one hour, or renews the one whose token was shown: the visitor stays the same. An identity
 * that was exchanged for a session lives on by renewal for a day, then the tenant's server is asked again.
 * A new anonymous one may cost a proof of work (`requireProof`). The same nonce from the same visitor gets the same
 * session while it lasts, also when both arrive at once. Answers when the session is committed.
 */
export async function openSession(visitor: Visitor, input: OpenSession) {
  const { product, tenantId, origin, proof } = visitor;
  const now = product.now();
  const old = proof.kind === "session" ? proof.session : null;
  if (old) requireRenewable(old, now);
  const ids = await toNonceIds(visitor, input.nonce);
  try {
    await requireProof(visitor, input.proof);
    const identity = identityOf(visitor);
    const unknown = ids?.visitorId ?? newId("visitor");
    const visitorId = old?.visitorId ?? (identity ? await rememberVisitor(visitor.database, identity, now) : unknown);
    const identifiedAt = identity ? (old?.identifiedAt ?? Math.floor(now / 1000)) : null;
    const wanted = { tenantId, visitorId, origin, identity, identifiedAt };
    return await beginSession(product, wanted, input.pageUrlHash ?? null, toBasis(visitor), ids?.sessionId);
  } catch (error) {
    // Whoever asks again has spent their proof, and finds the id taken.
    const again = ids && error instanceof Failure ? await repeatSession(visitor, ids.sessionId) : null;
    if (!again) throw error;
    return again;
  }
}

function requireRenewable(old: SessionClaims, now: number): void {
  if (old.identifiedAt !== null && now / 1000 - old.identifiedAt > RENEWAL_SECONDS)
    throw new Failure("token_expired", { reason: "the identity behind the session is older than a day" });
}

/** What is asked again where the session is written, and not remembered: what it gives lasts an hour. */
function toBasis({ proof }: Visitor): SessionBasis | null {
  if (proof.kind === "anonymous") return null;
  const { issuedAt, ...from } =
    proof.kind === "session"
      ? { issuedAt: proof.session.issuedAt, renews: proof.session.sessionId, kid: null }
      : { issuedAt: proof.issuedAt, renews: null, kid: proof.kid };
  return { issuedAt: new Date(toMilliseconds(issuedAt)), ...from, apiKeyId: null };
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
