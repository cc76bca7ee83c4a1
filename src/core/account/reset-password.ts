import { z } from "zod";
import { requireLimits } from "@/core/limit/require-limits";
import { postLetter } from "@/core/mail/post-letter";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { Password } from "./account";
import { noticeLetter } from "./account-letters";
import { takeEmailToken } from "./email-token";
import { type Device, endMemberSessions } from "./member-session";

export const ResetPassword = z.object({ token: z.string().max(100), password: Password });
export type ResetPassword = z.infer<typeof ResetPassword>;

const perAddress = { name: "reset-use", limit: 30, windowSeconds: 600 };

/**
 * Sets a new password by the token of a link, once, and ends every sign-in. Two-step sign-in stays on.
 * A used, expired or unknown token is `not_found`.
 */
export async function resetPassword(product: Product, input: ResetPassword, device: Device): Promise<void> {
  await requireLimits(product.limiter, [perAddress, device.address]);
  const passwordHash = await product.passwords.hash(input.password);
  const { email } = await product.database.directory(async (tx) => {
    const taken = await takeEmailToken(tx, product, input.token, "reset");
    if (!taken) throw new Failure("not_found", { detail: "This link was used or has expired. Ask for another one." });
    const { userId, user } = taken;
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.emailToken.deleteMany({ where: { userId } });
    await endMemberSessions(tx, product, userId);
    return user;
  });
  const line = "A new password was set by a link sent to this address, and every sign-in was ended.";
  await postLetter(product, noticeLetter(product, email, "Your password was changed", line));
}
