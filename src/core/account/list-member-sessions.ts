import { type Account, liveSignIn } from "./account";

/** The account's live sign-ins, newest use first; `current` marks the one that asks. */
export async function listMemberSessions(account: Account) {
  const rows = await account.product.database.directory((tx) =>
    tx.memberSession.findMany({
      where: { userId: account.userId, ...liveSignIn(account.product.now()) },
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
