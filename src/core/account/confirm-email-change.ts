import { z } from "zod";
import { postLetter } from "@/core/mail/post-letter";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { noticeLetter } from "./account-letters";
import { takeEmailToken } from "./email-token";

export const ConfirmEmailChange = z.object({ token: z.string().max(100) });
export type ConfirmEmailChange = z.infer<typeof ConfirmEmailChange>;

/**
 * Makes the address a link was sent to the account's, and tells the old one. A used, expired or unknown token, and an
 * address that somebody took meanwhile, are `not_found`.
 */
export async function confirmEmailChange(product: Product, input: ConfirmEmailChange): Promise<{ email: string }> {
  const gone = () => new Failure("not_found", { detail: "This link was used or has expired. Ask for another one." });
  const { before, email } = await product.database.directory(async (tx) => {
    const taken = await takeEmailToken(tx, product, input.token, "change");
    if (!taken?.email) throw gone();
    const { email, userId, user } = taken;
    // An address that nobody confirmed is nobody's.
    await tx.user.deleteMany({ where: { email, emailVerifiedAt: null } });
    if (await tx.user.findUnique({ where: { email } })) throw gone();
    await tx.user.update({ where: { id: userId }, data: { email } });
    // Links that went to the old address open nothing any more.
    await tx.emailToken.deleteMany({ where: { userId } });
    return { before: user.email, email };
  });
  const line = `The e-mail address of your account is ${email} now.`;
  await postLetter(product, noticeLetter(product, before, "Your e-mail address was changed", line));
  return { email };
}
