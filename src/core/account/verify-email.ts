import { sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { type Device, startMemberSession } from "./sign-in";

/**
 * Confirms an address by the token of its link, once, and signs its owner in.
 * A used, expired or unknown token is `not_found`.
 */
export async function verifyEmail(product: Product, token: string, device: Device) {
  const id = await sha256Hex(token);
  const now = new Date(product.now());
  return product.database.directory(async (tx) => {
    const taken = await tx.emailToken.updateMany({
      where: { id, purpose: "verify", usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (taken.count === 0)
      throw new Failure("not_found", { detail: "This link was used or has expired. Sign in, or sign up again." });
    const { userId } = await tx.emailToken.findUniqueOrThrow({ where: { id } });
    const user = await tx.user.update({ where: { id: userId }, data: { emailVerifiedAt: now } });
    return startMemberSession(tx, product, user, device);
  });
}
