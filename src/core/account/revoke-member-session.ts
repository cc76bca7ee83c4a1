import { z } from "zod";
import { Failure } from "@/failures";
import type { Account } from "./account";

export const RevokeMemberSession = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) });
export type RevokeMemberSession = z.infer<typeof RevokeMemberSession>;

/** Ends one of the account's sign-ins at once; another account's is `not_found`. */
export async function revokeMemberSession(account: Account, input: RevokeMemberSession): Promise<void> {
  const ended = await account.product.database.directory((tx) =>
    tx.memberSession.updateMany({
      where: { id: input.id, userId: account.userId, revokedAt: null },
      data: { revokedAt: new Date(account.product.now()) },
    }),
  );
  if (ended.count === 0) throw new Failure("not_found");
}
