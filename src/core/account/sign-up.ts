import { z } from "zod";
import { newId, randomSecret, sha256Hex } from "@/core/id/id";
import { requireLimits } from "@/core/limit/require-limits";
import { postLetter } from "@/core/mail/post-letter";
import type { Product } from "@/core/product";
import { Email, Password } from "./account";
import { confirmationLetter, takenLetter, toLink } from "./account-letters";
import { makeEmailToken } from "./email-token";
import type { Device } from "./member-session";

export const SignUp = z.object({ email: Email, password: Password });
export type SignUp = z.infer<typeof SignUp>;

const LINK_MS = 24 * 3600_000;
const perAddress = { name: "sign-up-address", limit: 30, windowSeconds: 3600 };
const perEmail = { name: "sign-up-email", limit: 5, windowSeconds: 3600 };

/**
 * Has an account wait for its address to be confirmed and sends the link. Answers alike whether the address was free or
 * taken, and sends one letter either way; `link` is null unless the installation is local and sends no mail. `ticket` is
 * for this browser to keep: the password entered here holds only where it is shown again. Over the limits: `rate_limited`.
 */
export async function signUp(
  product: Product,
  input: SignUp,
  device: Device,
): Promise<{ link: string | null; ticket: string }> {
  await requireLimits(product.limiter, [perAddress, device.address], [perEmail, input.email]);
  const passwordHash = await product.passwords.hash(input.password);
  const ticket = randomSecret(32);
  const ticketHash = await sha256Hex(ticket);
  const token = await product.database.directory(async (tx) => {
    const { email } = input;
    const known = await tx.user.findUnique({ where: { email } });
    if (known?.emailVerifiedAt) return null;
    // Anybody can enter an address: until its owner confirms one, no sign-up touches another.
    const user = await tx.user.upsert({ where: { email }, create: { id: newId("user"), email }, update: {} });
    return makeEmailToken(tx, product, user.id, { purpose: "verify", lifetimeMs: LINK_MS, passwordHash, ticketHash });
  });
  const link = token && toLink(product, "verify", token);
  await postLetter(product, link ? confirmationLetter(input.email, link) : takenLetter(product, input.email));
  return { link: product.local && !product.mailer ? link : null, ticket };
}
