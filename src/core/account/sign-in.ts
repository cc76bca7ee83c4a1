import { z } from "zod";
import { randomSecret, sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import { Email } from "./account";

export const SignIn = z.object({ email: Email, password: z.string().max(200) });
export type SignIn = z.infer<typeof SignIn>;

/** What the session list shows of a browser. */
export interface Device {
  userAgent: string;
  address: string;
}

const perAddress = { name: "sign-in-address", limit: 30, windowSeconds: 600 };
const perEmail = { name: "sign-in-email", limit: 10, windowSeconds: 600 };

/**
 * Checks a password and starts a sign-in. Unknown address, wrong password and unconfirmed address are one
 * `token_invalid`, and take equally long. Over the limits: `rate_limited`.
 */
export async function signIn(product: Product, input: SignIn, device: Device) {
  for (const [rule, subject] of [
    [perAddress, device.address],
    [perEmail, input.email],
  ] as const) {
    const verdict = await product.limiter.take(rule, subject);
    if (!verdict.allowed) throw new Failure("rate_limited", { retryAfterSeconds: verdict.resetSeconds });
  }
  const user = await product.database.directory((tx) => tx.user.findUnique({ where: { email: input.email } }));
  const correct = await product.passwords.verify(user?.passwordHash ?? null, input.password);
  if (!user || !correct || !user.emailVerifiedAt) {
    throw new Failure("token_invalid", { detail: "E-mail or password is wrong, or the address is not confirmed yet." });
  }
  return product.database.directory((tx) => startMemberSession(tx, product, user, device));
}

/** Starts a sign-in; `secret` goes into the cookie and only its hash is kept. */
export async function startMemberSession(
  tx: Transaction,
  product: Product,
  user: { id: string; email: string },
  device: Device,
) {
  const secret = randomSecret(32);
  const now = new Date(product.now());
  const userAgent = device.userAgent.slice(0, 300);
  await tx.memberSession.create({
    data: {
      id: await sha256Hex(secret),
      userId: user.id,
      userAgent,
      address: device.address,
      createdAt: now,
      lastSeenAt: now,
    },
  });
  return { userId: user.id, email: user.email, secret };
}
