import { newId } from "@/core/id/id";
import { requireLimits } from "@/core/limit/require-limits";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { makeEmailToken } from "./email-token";
import { beginMemberSession, type Device } from "./member-session";

const perAddress = { name: "sign-in-address", limit: 30, windowSeconds: 600 };
const TICKET_MS = 10 * 60_000;

/**
 * Starts a sign-in for who another site vouches for: `email` is an address it has confirmed, null when it has none. The
 * account is the confirmed one of that address, or a new one without a password; one that nobody confirmed is nobody's.
 * With two-step sign-in the answer is a ticket, good for ten minutes, for `finishTwoStep`. No address: `token_invalid`.
 */
export async function signInByProvider(
  product: Product,
  email: string | null,
  device: Device,
): Promise<{ userId: string; secret: string } | { ticket: string }> {
  await requireLimits(product.limiter, [perAddress, device.address]);
  if (!email) throw new Failure("token_invalid", { detail: "There is no confirmed address in that account." });
  const { user, ticket } = await product.database.directory(async (tx) => {
    await tx.user.deleteMany({ where: { email, emailVerifiedAt: null } });
    const create = { id: newId("user"), email, emailVerifiedAt: new Date(product.now()) };
    const user = await tx.user.upsert({ where: { email }, create, update: {} });
    const given = { purpose: "two-step", lifetimeMs: TICKET_MS } as const;
    return { user, ticket: user.totpSince ? await makeEmailToken(tx, product, user.id, given) : null };
  });
  return ticket === null ? beginMemberSession(product, user, device) : { ticket };
}
