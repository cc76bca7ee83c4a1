import { z } from "zod";
import { requireRecentSignIn } from "@/core/member/member";
import { Failure, fieldFailure } from "@/failures";
import type { Account } from "./account";
import { spendCode } from "./spend-code";

/** What proves, beside a cookie, that it is really them. */
export const Proof = z.object({
  password: z.string().max(200),
  /** Of the authenticator app, or a recovery code, where two-step sign-in is on. */
  code: z.string().trim().max(40).optional(),
});
export type Proof = z.infer<typeof Proof>;

const perAccount = { name: "confirm-password", limit: 10, windowSeconds: 600 };

/**
 * Throws unless the account's password, and with two-step sign-in its code, is given: `input_invalid` on the field
 * `password` or `code`. An account without a password needs a recent sign-in instead. More than 10 tries in 10 minutes
 * are `rate_limited`.
 */
export async function requirePassword(account: Account, { password, code }: Proof): Promise<void> {
  const { product, userId } = account;
  const verdict = await product.limiter.take(perAccount, userId);
  if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  const user = await product.database.directory((tx) => tx.user.findUnique({ where: { id: userId } }));
  const hash = user?.passwordHash ?? null;
  // Who has no password signs in again where they did: that is as recent a proof.
  if (user && hash === null) requireRecentSignIn(account);
  else if (!(await product.passwords.verify(hash, password)))
    throw fieldFailure("password", "This is not your password.");
  if (!user?.totpSince) return;
  if (!code) throw fieldFailure("code", "Enter the code of your authenticator app, or a recovery code.");
  if (!(await spendCode(product, user, code))) throw fieldFailure("code", "This code is wrong or was used.");
}
