import { z } from "zod";
import { newId, randomSecret, sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Email, Password } from "./account";

export const SignUp = z.object({ email: Email, password: Password });
export type SignUp = z.infer<typeof SignUp>;

const LINK_MS = 24 * 3600_000;

/**
 * Makes an account and its confirmation link, which goes to the server's log.
 * Answers alike whether the address was free or taken; `link` is null unless the installation is local.
 */
export async function signUp(product: Product, input: SignUp): Promise<{ link: string | null }> {
  const passwordHash = await product.passwords.hash(input.password);
  const token = randomSecret(32);
  const id = await sha256Hex(token);
  const isNew = await product.database.directory(async (tx) => {
    const known = await tx.user.findUnique({ where: { email: input.email } });
    if (known?.emailVerifiedAt) return false;
    // Whoever signs up last before the address is confirmed sets the password: the link goes to the address's owner.
    const user = await tx.user.upsert({
      where: { email: input.email },
      create: { id: newId("user"), email: input.email, passwordHash },
      update: { passwordHash },
    });
    await tx.emailToken.deleteMany({ where: { userId: user.id, purpose: "verify" } });
    const expiresAt = new Date(product.now() + LINK_MS);
    await tx.emailToken.create({ data: { id, userId: user.id, purpose: "verify", expiresAt } });
    return true;
  });
  const link = `${product.publicUrl}/verify?token=${token}`;
  if (isNew) product.log.info({ link }, `Confirm ${input.email} by opening the link`);
  else product.log.info({}, "Sign-up for an address that has an account; nothing changed");
  return { link: product.local && isNew ? link : null };
}
