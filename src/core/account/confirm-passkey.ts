import { z } from "zod";
import { Failure } from "@/failures";
import type { Account } from "./account";
import { PasskeyAnswer } from "./add-passkey";
import { renewMemberSession } from "./member-session";
import { provePasskey } from "./prove-passkey";

export const ConfirmPasskey = z.object({ answer: PasskeyAnswer });
export type ConfirmPasskey = z.infer<typeof ConfirmPasskey>;

/** Makes this sign-in a recent one again by one of the account's own passkeys. A wrong answer is `input_invalid`. */
export async function confirmPasskey(account: Account, { answer }: ConfirmPasskey): Promise<{ secret: string }> {
  const { product, userId } = account;
  const wrong = () => new Failure("input_invalid", { detail: "This passkey could not be confirmed. Try again." });
  const user = await provePasskey(product, `confirm:${userId}`, answer).catch((error: unknown) => {
    throw error instanceof Failure ? wrong() : error;
  });
  if (user.id !== userId) throw wrong();
  const confirmedAt = new Date(product.now());
  return product.database.directory((tx) => renewMemberSession(tx, account, { confirmedAt }));
}
