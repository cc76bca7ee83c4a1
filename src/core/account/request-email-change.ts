import { z } from "zod";
import { requireLimits } from "@/core/limit/require-limits";
import { postLetter } from "@/core/mail/post-letter";
import { requireRecentSignIn } from "@/core/member/member";
import { fieldFailure } from "@/failures";
import { type Account, Email } from "./account";
import { changeLetter, takenLetter, toLink } from "./account-letters";
import { makeEmailToken } from "./email-token";

export const RequestEmailChange = z.object({ email: Email });
export type RequestEmailChange = z.infer<typeof RequestEmailChange>;

const LINK_MS = 3600_000;
const perAccount = { name: "change-email", limit: 5, windowSeconds: 3600 };

/**
 * Sends a link to the new address; until it is opened, nothing changes. Answers alike when somebody has that address.
 * Demands a recent sign-in; over the limit: `rate_limited`.
 */
export async function requestEmailChange(account: Account, { email }: RequestEmailChange): Promise<void> {
  const { product, userId } = account;
  requireRecentSignIn(account);
  if (email === account.email) throw fieldFailure("email", "This is the address you have.");
  await requireLimits(product.limiter, [perAccount, userId]);
  const token = await product.database.directory(async (tx) => {
    const taken = await tx.user.findUnique({ where: { email } });
    if (taken?.emailVerifiedAt) return null;
    return makeEmailToken(tx, product, userId, { purpose: "change", lifetimeMs: LINK_MS, email });
  });
  const letter = token ? changeLetter(email, toLink(product, "confirm-email", token)) : takenLetter(product, email);
  await postLetter(product, letter);
}
