import { z } from "zod";
import { requireLimits } from "@/core/limit/require-limits";
import { postLetter } from "@/core/mail/post-letter";
import type { Product } from "@/core/product";
import { Email } from "./account";
import { resetLetter, toLink } from "./account-letters";
import { makeEmailToken } from "./email-token";
import type { Device } from "./member-session";

export const RequestReset = z.object({ email: Email });
export type RequestReset = z.infer<typeof RequestReset>;

const perAddress = { name: "reset-address", limit: 20, windowSeconds: 3600 };
const perEmail = { name: "reset-email", limit: 5, windowSeconds: 3600 };
const PLACE = "mail:reset";
const LINK_MS = 30 * 60_000;

/**
 * Has a link sent that sets a new password. Whether there is such an account is found out later, by the worker: the
 * answer, and how long it takes, are the same for every address. Over the limits: `rate_limited`.
 */
export async function requestReset(product: Product, input: RequestReset, device: Device): Promise<void> {
  await requireLimits(product.limiter, [perAddress, device.address], [perEmail, input.email]);
  await product.jobs.send("begin-reset", { sealed: product.vault.seal(input.email, PLACE) });
}

/** The worker's half: makes the link where there is a confirmed account, and nothing where there is none. */
export async function startReset(product: Product, sealed: string): Promise<void> {
  const email = product.vault.open(sealed, PLACE);
  const token = await product.database.directory(async (tx) => {
    const user = await tx.user.findUnique({ where: { email } });
    return user?.emailVerifiedAt
      ? makeEmailToken(tx, product, user.id, { purpose: "reset", lifetimeMs: LINK_MS })
      : null;
  });
  if (token) await postLetter(product, resetLetter(email, toLink(product, "reset", token)));
}
