import type { Product } from "@/core/product";
import { SIGN_IN_MS } from "./account";

const DAY_MS = 24 * 3600_000;
const UNCONFIRMED_MS = 7 * DAY_MS;

/**
 * Deletes sign-ins nobody can use any more, links that have expired, and accounts whose address nobody confirmed in a
 * week. Returns how many of each.
 */
export function tidyAccounts(product: Product) {
  const before = (ms: number) => ({ lt: new Date(product.now() - ms) });
  return product.database.directory(async (tx) => {
    // Dead long before; kept until then to know which browsers somebody has.
    const signIns = await tx.memberSession.deleteMany({ where: { lastSeenAt: before(SIGN_IN_MS) } });
    const links = await tx.emailToken.deleteMany({ where: { expiresAt: before(DAY_MS) } });
    const waiting = { emailVerifiedAt: null, memberships: { none: {} }, emailTokens: { none: {} } };
    const accounts = await tx.user.deleteMany({ where: { ...waiting, createdAt: before(UNCONFIRMED_MS) } });
    return { signIns: signIns.count, links: links.count, accounts: accounts.count };
  });
}
