import { sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";

/** Guesses at a six-digit code: 20 an hour leave a thief who has the password nothing to hope for. */
const perUser = { name: "two-step", limit: 20, windowSeconds: 3600 };

/** What a seed is sealed for. */
export const seedPlace = (userId: string) => `${userId}:totp`;

/** What is kept of a recovery code, however it was typed. */
export const hashRecoveryCode = (userId: string, code: string) =>
  sha256Hex(`${userId}:${code.toUpperCase().replace(/[^A-Z2-7]/g, "")}`);

/** Whether this is the app's present code or a recovery code; either is good once. Over the limit: `rate_limited`. */
export async function spendCode(
  product: Product,
  user: { id: string; totpSealed: string | null },
  code: string,
): Promise<boolean> {
  const verdict = await product.limiter.take(perUser, user.id);
  if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) {
    const hash = await hashRecoveryCode(user.id, code);
    const used = await product.database.directory((tx) =>
      tx.recoveryCode.deleteMany({ where: { hash, userId: user.id } }),
    );
    return used.count === 1;
  }
  if (!user.totpSealed) return false;
  const step = product.codes.findStep(product.vault.open(user.totpSealed, seedPlace(user.id)), digits, product.now());
  if (step === null) return false;
  // Of two that bring the same code at the same moment, one gets in.
  const taken = await product.database.directory((tx) =>
    tx.user.updateMany({ where: { id: user.id, totpLastStep: { lt: step } }, data: { totpLastStep: step } }),
  );
  return taken.count === 1;
}
