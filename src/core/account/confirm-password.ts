import { z } from "zod";
import { Failure } from "@/failures";
import type { Account } from "./account";

export const ConfirmPassword = z.object({ password: z.string().max(200) });
export type ConfirmPassword = z.infer<typeof ConfirmPassword>;

const perAccount = { name: "confirm-password", limit: 10, windowSeconds: 600 };

/**
 * Makes this sign-in a recent one again. A wrong password is `input_invalid` on the field `password`; more than 10
 * tries in 10 minutes are `rate_limited`.
 */
export async function confirmPassword(account: Account, input: ConfirmPassword): Promise<void> {
  const { product, userId, sessionId } = account;
  const verdict = await product.limiter.take(perAccount, userId);
  if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  const user = await product.database.directory((tx) => tx.user.findUnique({ where: { id: userId } }));
  if (!(await product.passwords.verify(user?.passwordHash ?? null, input.password))) {
    const message = "This is not your password.";
    throw new Failure("input_invalid", { detail: message, errors: [{ path: "password", message }] });
  }
  const confirmedAt = new Date(product.now());
  await product.database.directory((tx) =>
    tx.memberSession.update({ where: { id: sessionId }, data: { confirmedAt } }),
  );
}
