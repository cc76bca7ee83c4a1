import { z } from "zod";
import { sha256Hex } from "@/core/id/id";
import { requireLimits } from "@/core/limit/require-limits";
import type { Product } from "@/core/product";
import { Failure, fieldFailure } from "@/failures";
import type { Transaction } from "@/store/database";
import { Password } from "./account";
import { takeEmailToken } from "./email-token";
import { type Device, startMemberSession } from "./member-session";

export const VerifyEmail = z.object({
  token: z.string().max(100),
  /** What the browser kept of its sign-up. */
  ticket: z.string().max(100).optional(),
  /** Chosen here, where the browser kept nothing. */
  password: Password.optional(),
});
export type VerifyEmail = z.infer<typeof VerifyEmail>;

const perAddress = { name: "verify-address", limit: 30, windowSeconds: 600 };

/**
 * Confirms an address by the token of its link, once, and signs its owner in. The link proves the mailbox and not which
 * sign-up was theirs: a sign-up's password holds only in the browser that kept its ticket, whichever letter is opened
 * there; in any other one a password is chosen now (`input_invalid` on `password` until it is).
 * A used, expired or unknown token is `not_found`.
 */
export async function verifyEmail(product: Product, input: VerifyEmail, device: Device) {
  await requireLimits(product.limiter, [perAddress, device.address]);
  const chosen = input.password && (await product.passwords.hash(input.password));
  return product.database.directory(async (tx) => {
    const taken = await takeEmailToken(tx, product, input.token, "verify");
    if (!taken)
      throw new Failure("not_found", { detail: "This link was used or has expired. Sign in, or sign up again." });
    const { userId } = taken;
    const passwordHash = chosen ?? (await findOwnPassword(tx, product, userId, input.ticket));
    if (!passwordHash) throw fieldFailure("password", "Choose a password for your account.");
    const emailVerifiedAt = new Date(product.now());
    const user = await tx.user.update({ where: { id: userId }, data: { emailVerifiedAt, passwordHash } });
    await tx.emailToken.deleteMany({ where: { userId, purpose: "verify" } });
    return startMemberSession(tx, product, user, device);
  });
}

/** The password of the sign-up that this browser made for the address, while its link is good. */
async function findOwnPassword(tx: Transaction, product: Product, userId: string, ticket: string | undefined) {
  if (!ticket) return null;
  const ticketHash = await sha256Hex(ticket);
  const expiresAt = { gt: new Date(product.now()) };
  const own = await tx.emailToken.findFirst({ where: { userId, purpose: "verify", ticketHash, expiresAt } });
  return own?.passwordHash ?? null;
}
