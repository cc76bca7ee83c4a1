// HS256 secrets that the tenant's server signs identity tokens with. Current and retiring ones verify; revoked never.
import { newId, randomBase62, randomSecret } from "@/core/id/id";
import type { Product } from "@/core/product";
import type { Transaction } from "@/store/database";

export type SecretState = "current" | "retiring" | "retired" | "revoked";

/** State follows from two dates. A retiring secret verifies until `retiresAt`. */
export function toSecretState(secret: { retiresAt: Date | null; revokedAt: Date | null }, now: number): SecretState {
  if (secret.revokedAt) return "revoked";
  if (!secret.retiresAt) return "current";
  return secret.retiresAt.getTime() > now ? "retiring" : "retired";
}

/** Where a sealed secret may be opened. */
export function secretPlace(tenantId: string, kid: string): string {
  return `${tenantId}:signing_secret.sealed:${kid}`;
}

/** Makes and seals a secret of 256 bits (RFC 7518 § 3.2 asks for as many as the hash has). */
export async function insertSigningSecret(tx: Transaction, product: Product, tenantId: string) {
  const kid = `k_${randomBase62().slice(0, 10)}`;
  const secret = `ghs_${randomSecret(32)}`;
  const sealed = product.vault.seal(secret, secretPlace(tenantId, kid));
  const id = newId("signingSecret");
  const createdAt = new Date(product.now());
  await tx.signingSecret.create({ data: { id, tenantId, kid, sealed, last4: secret.slice(-4), createdAt } });
  return { id, kid, secret };
}
