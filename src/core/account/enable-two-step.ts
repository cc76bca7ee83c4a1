import { z } from "zod";
import { postLetter } from "@/core/mail/post-letter";
import { requireRecentSignIn } from "@/core/member/member";
import { Failure, fieldFailure } from "@/failures";
import type { Account } from "./account";
import { noticeLetter } from "./account-letters";
import { endMemberSessions, renewMemberSession } from "./member-session";
import { putRecoveryCodes } from "./recovery-codes";
import { spendCode } from "./spend-code";

export const EnableTwoStep = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, "Enter the six digits."),
});
export type EnableTwoStep = z.infer<typeof EnableTwoStep>;

/**
 * Turns two-step sign-in on with the app's first code. The recovery codes are in this answer and never again; other
 * sign-ins end, this one goes on under a new secret. Demands a recent sign-in.
 */
export async function enableTwoStep(account: Account, { code }: EnableTwoStep) {
  const { product, userId, sessionId, email } = account;
  requireRecentSignIn(account);
  const user = await product.database.directory((tx) => tx.user.findUniqueOrThrow({ where: { id: userId } }));
  if (user.totpSince || !user.totpSealed) throw new Failure("conflict", { detail: "Begin again with a new QR code." });
  if (!(await spendCode(product, user, code)))
    throw fieldFailure("code", "This code is wrong. Is the app's clock right?");
  const enabled = await product.database.directory(async (tx) => {
    const on = await tx.user.updateMany({
      where: { id: userId, totpSince: null, totpSealed: user.totpSealed },
      data: { totpSince: new Date(product.now()) },
    });
    if (on.count === 0) throw new Failure("conflict");
    const recoveryCodes = await putRecoveryCodes(tx, userId);
    await endMemberSessions(tx, product, userId, sessionId);
    return { recoveryCodes, ...(await renewMemberSession(tx, account)) };
  });
  const line = "Signing in now takes a code of your authenticator app besides the password.";
  await postLetter(product, noticeLetter(product, email, "Two-step sign-in was turned on", line));
  return enabled;
}
