import type { z } from "zod";
import { postLetter } from "@/core/mail/post-letter";
import { fieldFailure } from "@/failures";
import { type Account, Password } from "./account";
import { noticeLetter } from "./account-letters";
import { endMemberSessions, renewMemberSession } from "./member-session";
import { Proof, requirePassword } from "./require-password";

export const ChangePassword = Proof.extend({ next: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

/**
 * Sets a new password for who knows the old one. Every other sign-in ends, this one goes on under a new secret, and
 * links that were sent before are worth nothing any more.
 */
export async function changePassword(account: Account, input: ChangePassword): Promise<{ secret: string }> {
  const { product, userId, sessionId, email } = account;
  await requirePassword(account, input);
  if (input.next === input.password) throw fieldFailure("next", "This is the password you have.");
  const passwordHash = await product.passwords.hash(input.next);
  const renewed = await product.database.directory(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.emailToken.deleteMany({ where: { userId } });
    await endMemberSessions(tx, product, userId, sessionId);
    return renewMemberSession(tx, account, { confirmedAt: new Date(product.now()) });
  });
  const line = "The password of your account was changed, and every other sign-in was ended.";
  await postLetter(product, noticeLetter(product, email, "Your password was changed", line));
  return renewed;
}
