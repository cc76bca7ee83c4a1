import { z } from "zod";
import { postLetter } from "@/core/mail/post-letter";
import { requireRecentSignIn } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Account } from "./account";
import { noticeLetter } from "./account-letters";

export const RemovePasskey = z.object({ id: z.string().max(1400) });
export type RemovePasskey = z.infer<typeof RemovePasskey>;

/** Forgets a passkey; another account's is `not_found`. Demands a recent sign-in. */
export async function removePasskey(account: Account, { id }: RemovePasskey): Promise<void> {
  const { product, userId, email } = account;
  requireRecentSignIn(account);
  const removed = await product.database.directory((tx) => tx.passkey.deleteMany({ where: { id, userId } }));
  if (removed.count === 0) throw new Failure("not_found");
  await postLetter(product, noticeLetter(product, email, "A passkey was removed", "It cannot sign in any more."));
}
