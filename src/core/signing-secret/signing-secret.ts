// HS256 secrets that the tenant's server signs identity tokens with. Current and retiring ones verify; revoked never.
import { newId, randomBase62, randomSecret } from "@/core/id/id";
import type { Product } from "@/core/product";
import type { Transaction } from "@/store/database";

export type SecretState = "current" | "retiring" | "retired" | "revoked" | "leaked";

interface SecretDates {
  retiresAt: Date | null;
  revokedAt: Date | null;
  leakedAt: Date | null;
}

export const DAY_MS = 24 * 3600_000;
/** How long an old secret may go on working beside the current one. */
export const MOST_OVERLAP_DAYS = 30;

/** State follows from three dates. A retiring secret verifies until `retiresAt`. */
export function toSecretState(secret: SecretDates, now: number): SecretState {
  if (secret.leakedAt) return "leaked";
  if (secret.revokedAt) return "revoked";
  if (!secret.retiresAt) return "current";
  return secret.retiresAt.getTime() > now ? "retiring" : "retired";
}

/** Whether nobody signs with an old secret any more: it was not used for 24 hours, nor replaced within them. */
export function isSafeToRetire(state: SecretState, lastUsedAt: Date | null, replacedAt: Date, now: number): boolean {
  const idleSince = Math.max(lastUsedAt?.getTime() ?? 0, replacedAt.getTime());
  return state === "retiring" && now - idleSince >= DAY_MS;
}

/** Where a sealed secret may be opened. */
export function secretPlace(tenantId: string, kid: string): string {
  return `${tenantId}:signing_secret.sealed:${kid}`;
}

/**
 * Makes and seals a secret of 256 bits (RFC 7518 § 3.2 asks for as many as the hash has). `submission` is the hash of the
 * press that made it, if there was one.
 */
export async function insertSigningSecret(
  tx: Transaction,
  product: Product,
  tenantId: string,
  submission: string | null = null,
) {
  const kid = `k_${randomBase62().slice(0, 10)}`;
  const secret = `ghs_${randomSecret(32)}`;
  const sealed = product.vault.seal(secret, secretPlace(tenantId, kid));
  const id = newId("signingSecret");
  const createdAt = new Date(product.now());
  await tx.signingSecret.create({
    data: { id, tenantId, kid, sealed, last4: secret.slice(-4), createdAt, submission },
  });
  return { id, kid, secret };
}
