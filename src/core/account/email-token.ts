// One-time links: 256 random bits, of which only a hash is kept.
import { randomSecret, sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import type { Transaction } from "@/store/database";

interface Purpose {
  purpose: "verify" | "reset" | "change" | "two-step";
  lifetimeMs: number;
  /** The address that a change confirms. */
  email?: string;
  /** Of the sign-up that a confirmation belongs to. */
  passwordHash?: string;
  ticketHash?: string;
}

/**
 * Makes a link's token; the ones before it for the same purpose are worth nothing from then on. But for confirmations:
 * whoever enters somebody's address again takes no link from them.
 */
export async function makeEmailToken(tx: Transaction, product: Product, userId: string, given: Purpose) {
  const { lifetimeMs, ...kept } = given;
  const now = product.now();
  const token = randomSecret(32);
  const gone = kept.purpose === "verify" ? { expiresAt: { lt: new Date(now) } } : {};
  await tx.emailToken.deleteMany({ where: { userId, purpose: kept.purpose, ...gone } });
  const expiresAt = new Date(now + lifetimeMs);
  await tx.emailToken.create({ data: { id: await sha256Hex(token), userId, expiresAt, ...kept } });
  return token;
}

/** Uses a token up: whose it is, or null when it was used, has expired or never was. */
export async function takeEmailToken(tx: Transaction, product: Product, token: string, purpose: Purpose["purpose"]) {
  const id = await sha256Hex(token);
  const now = new Date(product.now());
  const taken = await tx.emailToken.updateMany({
    where: { id, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (taken.count === 0) return null;
  return tx.emailToken.findUniqueOrThrow({ where: { id }, include: { user: true } });
}
