import { postLetter } from "@/core/mail/post-letter";
import { requireRecentSignIn } from "@/core/member/member";
import type { Account } from "./account";
import { noticeLetter } from "./account-letters";
import { renewMemberSession } from "./member-session";

/**
 * Turns two-step sign-in off and forgets its seed and recovery codes. Demands a recent sign-in, which took a code
 * itself; this one goes on under a new secret.
 */
export async function disableTwoStep(account: Account): Promise<{ secret: string }> {
  const { product, userId, email } = account;
  requireRecentSignIn(account);
  const renewed = await product.database.directory(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { totpSealed: null, totpSince: null, totpLastStep: 0 } });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    return renewMemberSession(tx, account);
  });
  const line = "Signing in takes your password alone now.";
  await postLetter(product, noticeLetter(product, email, "Two-step sign-in was turned off", line));
  return renewed;
}
