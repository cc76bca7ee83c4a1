import { requireLimits } from "@/core/limit/require-limits";
import type { Product } from "@/core/product";
import { beginMemberSession, type Device } from "./member-session";
import { provePasskey } from "./prove-passkey";

const perAddress = { name: "sign-in-address", limit: 30, windowSeconds: 600 };

/**
 * Starts a sign-in by a passkey, which stands for password and code both: it is held, and it knows its holder.
 * A wrong answer is `token_invalid`; over the limit: `rate_limited`.
 */
export async function signInByPasskey(product: Product, answer: unknown, device: Device) {
  await requireLimits(product.limiter, [perAddress, device.address]);
  return beginMemberSession(product, await provePasskey(product, "sign-in", answer), device);
}
