import { z } from "zod";
import type { Product } from "@/core/product";
import { findInvitation } from "./invitation";

export const ReadInvitation = z.object({ token: z.string().max(100) });
export type ReadInvitation = z.infer<typeof ReadInvitation>;

/** What the holder of an invitation's link is shown; `hasAccount` says whether to sign in or to set a password. */
export async function readInvitation(product: Product, { token }: ReadInvitation) {
  const { tenantId, email, role } = await findInvitation(product, token);
  return product.database.directory(async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    const user = await tx.user.findUnique({ where: { email } });
    return { tenant: tenant.name, email, role, hasAccount: Boolean(user?.emailVerifiedAt) };
  });
}
