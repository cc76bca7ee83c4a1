import type { Account } from "./account";

const LIFETIME_MS = 30 * 24 * 3600_000;

/** The account's live sign-ins, newest use first; `current` marks the one that asks. */
export async function listMemberSessions(account: Account) {
  const since = new Date(account.product.now() - LIFETIME_MS);
  const rows = await account.product.database.directory((tx) =>
    tx.memberSession.findMany({
      where: { userId: account.userId, revokedAt: null, lastSeenAt: { gt: since } },
      orderBy: { lastSeenAt: "desc" },
    }),
  );
  return rows.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
    id,
    userAgent,
    address,
    createdAt,
    lastSeenAt,
    current: id === account.sessionId,
  }));
}
