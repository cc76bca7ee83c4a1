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
  /** Milliseconds; when the password was last entered. */
  readonly signedInAt: number;
  readonly product: Product;
}

export const Email = z.string().trim().toLowerCase().pipe(z.email("Enter an e-mail address.").max(254));
export const Password = z.string().min(10, "Use at least 10 characters.").max(200, "Use at most 200 characters.");

/** Admits the holder of a live sign-in; a revoked or unknown one is `token_invalid`. `secret` is what the cookie carries. */
export async function admitAccount(product: Product, secret: string): Promise<Account> {
  const sessionId = await sha256Hex(secret);
  const session = await product.database.directory(async (tx) => {
    const found = await tx.memberSession.findUnique({ where: { id: sessionId }, include: { user: true } });
    const stale = found && product.now() - found.lastSeenAt.getTime() > 60_000;
    if (stale)
      await tx.memberSession.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(product.now()) } });
    return found;
  });
  if (!session || session.revokedAt) throw new Failure("token_invalid", { detail: "Sign in again." });
  const { userId, user } = session;
  const signedInAt = (session.confirmedAt ?? session.createdAt).getTime();
  return { userId, email: user.email, sessionId, signedInAt, product } as Account;
}
