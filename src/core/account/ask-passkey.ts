import { requireLimits } from "@/core/limit/require-limits";
import { requireRecentSignIn } from "@/core/member/member";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { Account } from "./account";
import type { Device } from "./member-session";
import { putChallenge } from "./passkey-challenge";

const perAddress = { name: "passkey-address", limit: 60, windowSeconds: 600 };
const MOST = 20;

/** What a browser is to ask a passkey for a sign-in; says nothing of any account. Over the limit: `rate_limited`. */
export async function askPasskeyForSignIn(product: Product, device: Device): Promise<object> {
  await requireLimits(product.limiter, [perAddress, device.address]);
  const { challenge, options } = await product.passkeys.toAuthentication();
  await putChallenge(product, "sign-in", challenge);
  return options;
}

/** What a browser is to ask for, to make a new passkey of the account's. Demands a recent sign-in; `conflict` at 20. */
export async function askForPasskey(account: Account): Promise<object> {
  requireRecentSignIn(account);
  const { product, userId: id, email } = account;
  const present = await listKeys(account);
  if (present.length >= MOST) throw new Failure("conflict", { detail: `You have ${MOST} passkeys; remove one first.` });
  const { challenge, options } = await product.passkeys.toRegistration({ id, email }, present);
  await putChallenge(product, `add:${id}`, challenge);
  return options;
}

/** What a browser is to ask one of the account's own passkeys, to make its sign-in a recent one again. */
export async function askPasskeyForConfirmation(account: Account): Promise<object> {
  const { challenge, options } = await account.product.passkeys.toAuthentication(await listKeys(account));
  await putChallenge(account.product, `confirm:${account.userId}`, challenge);
  return options;
}

function listKeys({ product, userId }: Account) {
  return product.database.directory((tx) =>
    tx.passkey.findMany({ where: { userId }, select: { id: true, transports: true } }),
  );
}
