import type { Account } from "./account";
import { endMemberSessions } from "./member-session";

/** Ends every sign-in of the account at once, the one that asks among them. */
export async function signOutEverywhere(account: Account): Promise<void> {
  const { product, userId } = account;
  await product.database.directory((tx) => endMemberSessions(tx, product, userId));
}
