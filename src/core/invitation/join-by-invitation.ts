import { z } from "zod";
import { Password } from "@/core/account/account";
import { beginMemberSession, type Device } from "@/core/account/member-session";
import { newId } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { acceptInvitation } from "./accept-invitation";
import { findInvitation } from "./invitation";

export const JoinByInvitation = z.object({ token: z.string().max(100), password: Password });
export type JoinByInvitation = z.infer<typeof JoinByInvitation>;

/**
 * Makes the account an invitation was sent to, joins the team and signs in: the link proves the address. Where there is
 * an account already it is `conflict`: sign in with it instead.
 */
export async function joinByInvitation(product: Product, input: JoinByInvitation, device: Device) {
  const { email } = await findInvitation(product, input.token);
  const passwordHash = await product.passwords.hash(input.password);
  const emailVerifiedAt = new Date(product.now());
  const user = await product.database.directory(async (tx) => {
    const known = await tx.user.findUnique({ where: { email } });
    if (known?.emailVerifiedAt) throw new Failure("conflict", { detail: "You have an account: sign in with it." });
    // Whoever entered this address before and never confirmed it has no part in the account.
    if (known) await tx.user.delete({ where: { email } });
    return tx.user.create({ data: { id: newId("user"), email, passwordHash, emailVerifiedAt } });
  });
  await acceptInvitation({ product, userId: user.id, email }, { token: input.token });
  return beginMemberSession(product, user, device);
}
