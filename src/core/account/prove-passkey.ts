import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { type Purpose, takeChallenges } from "./passkey-challenge";

/**
 * Whose passkey gave this answer to an open challenge of ours. Whatever is wrong with it is one `token_invalid`.
 * The key's counter is kept: a copy that lags behind is refused.
 */
export async function provePasskey(product: Product, purpose: Purpose, answer: unknown) {
  const wrong = () => new Failure("token_invalid", { detail: "This passkey could not be confirmed. Try again." });
  const id = product.passkeys.nameOf(answer);
  if (!id) throw wrong();
  const key = await product.database.directory((tx) =>
    tx.passkey.findUnique({ where: { id }, include: { user: true } }),
  );
  if (!key?.user.emailVerifiedAt) throw wrong();
  const known = { id, publicKey: key.publicKey, counter: Number(key.counter), transports: key.transports };
  const counter = await product.passkeys.authenticate(answer, known, takeChallenges(product, purpose));
  if (counter === null) throw wrong();
  const lastUsedAt = new Date(product.now());
  await product.database.directory((tx) =>
    tx.passkey.updateMany({ where: { id }, data: { counter: BigInt(counter), lastUsedAt } }),
  );
  return key.user;
}
