import { z } from "zod";
import { sha256Hex } from "@/core/id/id";
import { requireLimits } from "@/core/limit/require-limits";
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { takeEmailToken } from "./email-token";
import { beginMemberSession, type Device } from "./member-session";
import { spendCode } from "./spend-code";

export const FinishTwoStep = z.object({ ticket: z.string().max(100), code: z.string().trim().max(40) });
export type FinishTwoStep = z.infer<typeof FinishTwoStep>;

const perAddress = { name: "sign-in-address", limit: 30, windowSeconds: 600 };

/**
 * Ends a sign-in that another site began, with the code of the app or a recovery code. The ticket is good once; a wrong
 * code leaves it. Either wrong is `token_invalid`, over the limits `rate_limited`.
 */
export async function finishTwoStep(product: Product, { ticket, code }: FinishTwoStep, device: Device) {
  await requireLimits(product.limiter, [perAddress, device.address]);
  const wrong = () => new Failure("token_invalid", { detail: "This code is wrong or was used." });
  const where = {
    id: await sha256Hex(ticket),
    purpose: "two-step",
    usedAt: null,
    expiresAt: { gt: new Date(product.now()) },
  };
  const waiting = await product.database.directory((tx) => tx.emailToken.findFirst({ where, include: { user: true } }));
  if (!waiting || !(await spendCode(product, waiting.user, code))) throw wrong();
  const taken = await product.database.directory((tx) => takeEmailToken(tx, product, ticket, "two-step"));
  if (!taken) throw wrong();
  return beginMemberSession(product, taken.user, device);
}
