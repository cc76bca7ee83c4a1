import type { Account } from "./account";
import { renewMemberSession } from "./member-session";
import { Proof, requirePassword } from "./require-password";

export const ConfirmPassword = Proof;
export type ConfirmPassword = Proof;

/**
 * Makes this sign-in a recent one again, under a new secret for the cookie. A wrong password or code is `input_invalid`
 * on its field.
 */
export async function confirmPassword(account: Account, input: ConfirmPassword): Promise<{ secret: string }> {
  await requirePassword(account, input);
  const confirmedAt = new Date(account.product.now());
  return account.product.database.directory((tx) => renewMemberSession(tx, account, { confirmedAt }));
}
