// A user of the console and their sign-ins. Not bound to one tenant.
import { z } from "zod";
import { sha256Hex } from "@/core/id/id";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";

declare const proof: unique symbol;

/** Proof that somebody is signed in; made by `admitAccount` only. */
export interface Account {
  readonly [proof]: "account";
  readonly userId: string;
  readonly email: string;
  /** SHA-256 of the sign-in's secret id. */
  readonly sessionId: string;
  /** Milliseconds; when they last proved who they are. */
  readonly signedInAt: number;
  readonly product: Product;
}

export const Email = z.string().trim().toLowerCase().pipe(z.email("Enter an e-mail address.").max(254));
export const Password = z.string().min(10, "Use at least 10 characters.").max(200, "Use at most 200 characters.");

const DAY_MS = 24 * 3600_000;
/** How long a sign-in lives, used or not, and how long without being used. */
export const SIGN_IN_MS = 30 * DAY_MS;
export const IDLE_MS = 7 * DAY_MS;

/** Rows of sign-ins that are good at this moment; the rest is refused and tidied away. */
export const liveSignIn = (now: number) => ({
  revokedAt: null,
  createdAt: { gt: new Date(now - SIGN_IN_MS) },
  lastSeenAt: { gt: new Date(now - IDLE_MS) },
});

/**
 * Admits the holder of a live sign-in; a revoked, unknown, 30 days old or 7 days unused one is `token_invalid`. `secret`
 * is what the cookie carries.
 */
export async function admitAccount(product: Product, secret: string): Promise<Account> {
  const sessionId = await sha256Hex(secret);
  const session = await product.database.directory(async (tx) => {
    const where = { id: sessionId, ...liveSignIn(product.now()) };
    const found = await tx.memberSession.findUnique({ where, include: { user: true } });
    const stale = found && product.now() - found.lastSeenAt.getTime() > 60_000;
    if (stale)
      await tx.memberSession.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(product.now()) } });
    return found;
  });
  if (!session) throw new Failure("token_invalid", { detail: "Sign in again." });
  const { userId, user } = session;
  const signedInAt = (session.confirmedAt ?? session.createdAt).getTime();
  return { userId, email: user.email, sessionId, signedInAt, product } as Account;
}
