// The authority of a person on a tenant's site. Every verb of the gateway takes one as its first parameter.
import type { LimitVerdict } from "@/core/limit/limit";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { TenantDatabase } from "@/store/database";
import type { Configuration } from "./configuration";

/** Who the tenant's server says the visitor is. */
export interface Identity {
  userId: string;
  userEmail?: string | undefined;
  userRoles?: string[] | undefined;
  plan?: string | undefined;
}

export interface SessionClaims {
  tenantId: string;
  sessionId: string;
  visitorId: string;
  origin: string;
  /** Set when the session was exchanged for an identity token; `identifiedAt` says when, in seconds. */
  identity: Identity | null;
  identifiedAt: number | null;
  /** Seconds, to the millisecond. */
  issuedAt: number;
}

export type Proof =
  | { kind: "anonymous" }
  | { kind: "session"; session: SessionClaims }
  /** `kid`: the secret that signed the token; `issuedAt` in seconds. */
  | { kind: "identity"; identity: Identity; kid: string; issuedAt: number };

declare const proof: unique symbol;

/** Proof that a visitor may speak to the tenant from this origin; made by `admitVisitor` only. */
export interface Visitor {
  readonly [proof]: "visitor";
  readonly tenantId: string;
  /** Normalised. */
  readonly origin: string;
  /** Network address, IPv6 by its /64. */
  readonly address: string;
  readonly proof: Proof;
  readonly configuration: Configuration;
  readonly database: TenantDatabase;
  readonly product: Product;
  /** The limits this request counted against. */
  readonly verdicts: readonly LimitVerdict[];
}

export function identityOf(visitor: Visitor): Identity | null {
  if (visitor.proof.kind === "identity") return visitor.proof.identity;
  return visitor.proof.kind === "session" ? visitor.proof.session.identity : null;
}

/** The session whose token was shown; `token_missing` without one, `token_invalid` for an identity in its place. */
export function requireSession({ proof }: Visitor): SessionClaims {
  if (proof.kind === "session") return proof.session;
  if (proof.kind === "anonymous") throw new Failure("token_missing");
  throw new Failure("token_invalid", { reason: "an identity token where a session belongs" });
}

/** Who a limit on messages counts: the user, else the visitor, else the address. */
export function toLimitSubject(tenantId: string, proof: Proof, address: string): string {
  if (proof.kind === "identity") return `${tenantId}:u:${proof.identity.userId}`;
  if (proof.kind === "anonymous") return `${tenantId}:a:${address}`;
  const { identity, visitorId } = proof.session;
  return identity ? `${tenantId}:u:${identity.userId}` : `${tenantId}:v:${visitorId}`;
}
