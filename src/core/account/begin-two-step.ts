import { requireRecentSignIn } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Account } from "./account";
import { seedPlace } from "./spend-code";

/**
 * A fresh seed for an authenticator app, shown this once; it comes into force with its first code. Demands a recent
 * sign-in. `conflict` while two-step sign-in is on.
 */
export async function beginTwoStep(account: Account): Promise<{ seed: string; uri: string }> {
  const { product, userId, email } = account;
  requireRecentSignIn(account);
  const seed = product.codes.newSeed();
  const totpSealed = product.vault.seal(seed, seedPlace(userId));
  const kept = await product.database.directory((tx) =>
    tx.user.updateMany({ where: { id: userId, totpSince: null }, data: { totpSealed } }),
  );
  if (kept.count === 0) throw new Failure("conflict", { detail: "Two-step sign-in is on already." });
  return { seed, uri: product.codes.toUri(seed, email) };
}
