import { z } from "zod";
import { requireLimits } from "@/core/limit/require-limits";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { Email } from "./account";
import { beginMemberSession, type Device } from "./member-session";
import { spendCode } from "./spend-code";

export const SignIn = z.object({
  email: Email,
  password: z.string().max(200),
  /** Of the authenticator app, or a recovery code, where two-step sign-in is on. */
  code: z.string().trim().max(40).optional(),
});
export type SignIn = z.infer<typeof SignIn>;

const perAddress = { name: "sign-in-address", limit: 30, windowSeconds: 600 };
const perEmail = { name: "sign-in-email", limit: 10, windowSeconds: 600 };

/**
 * Checks a password and starts a sign-in. Unknown address, wrong password and unconfirmed address are one
 * `token_invalid`, and take equally long. With two-step sign-in a right password without a code is `two_step_required`,
 * with a wrong one `token_invalid`. Over the limits: `rate_limited`.
 */
export async function signIn(product: Product, input: SignIn, device: Device) {
  await requireLimits(product.limiter, [perAddress, device.address], [perEmail, input.email]);
  const user = await product.database.directory((tx) => tx.user.findUnique({ where: { email: input.email } }));
  const correct = await product.passwords.verify(user?.passwordHash ?? null, input.password);
  if (!user || !correct || !user.emailVerifiedAt) {
    throw new Failure("token_invalid", { detail: "E-mail or password is wrong, or the address is not confirmed yet." });
  }
  if (user.totpSince) {
    if (!input.code) throw new Failure("two_step_required");
    if (!(await spendCode(product, user, input.code))) {
      throw new Failure("token_invalid", { detail: "This code is wrong or was used." });
    }
  }
  return beginMemberSession(product, user, device);
}
