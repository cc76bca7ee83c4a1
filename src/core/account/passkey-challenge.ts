import { sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";

const LIFETIME_MS = 5 * 60_000;

/** What a challenge may be answered for: nothing else takes it. */
export type Purpose = "sign-in" | `add:${string}` | `confirm:${string}`;

/** Keeps a challenge until it is answered, for five minutes at most. */
export async function putChallenge(product: Product, purpose: Purpose, challenge: string): Promise<void> {
  const now = product.now();
  const data = { id: await sha256Hex(challenge), purpose, expiresAt: new Date(now + LIFETIME_MS) };
  await product.database.directory(async (tx) => {
    await tx.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
    await tx.passkeyChallenge.create({ data });
  });
}

/** Takes challenges of a purpose, each once. */
export function takeChallenges(product: Product, purpose: Purpose) {
  return async (challenge: string): Promise<boolean> => {
    const id = await sha256Hex(challenge);
    const where = { id, purpose, expiresAt: { gt: new Date(product.now()) } };
    return (await product.database.directory((tx) => tx.passkeyChallenge.deleteMany({ where }))).count === 1;
  };
}
