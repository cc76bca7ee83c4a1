import { z } from "zod";
import { postLetter } from "@/core/mail/post-letter";
import { requireRecentSignIn } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Account } from "./account";
import { noticeLetter } from "./account-letters";
import { takeChallenges } from "./passkey-challenge";

/** What the browser's WebAuthn call answered. Its inside is checked where it is understood. */
export const PasskeyAnswer = z.record(z.string().max(100), z.unknown());

export const AddPasskey = z.object({
  name: z.string().trim().min(1, "Give it a name.").max(60, "Use at most 60 characters."),
  answer: PasskeyAnswer,
});
export type AddPasskey = z.infer<typeof AddPasskey>;

/** Keeps a new passkey. An answer that is wrong, late or was given before is `input_invalid`. Demands a recent sign-in. */
export async function addPasskey(account: Account, { name, answer }: AddPasskey): Promise<{ id: string }> {
  const { product, userId, email } = account;
  requireRecentSignIn(account);
  const key = await product.passkeys.register(answer, takeChallenges(product, `add:${userId}`));
  if (!key) throw new Failure("input_invalid", { detail: "The passkey could not be confirmed. Try again." });
  const { id, publicKey, transports } = key;
  await product.database.directory(async (tx) => {
    if (await tx.passkey.findUnique({ where: { id } }))
      throw new Failure("conflict", { detail: "It is known already." });
    await tx.passkey.create({ data: { id, userId, publicKey, counter: BigInt(key.counter), transports, name } });
  });
  await postLetter(
    product,
    noticeLetter(product, email, "A passkey was added", `The passkey “${name}” can sign in now.`),
  );
  return { id };
}
