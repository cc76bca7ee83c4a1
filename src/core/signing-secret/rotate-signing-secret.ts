import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { insertSigningSecret } from "./signing-secret";

export const RotateSigningSecret = z.object({
  overlapDays: z.number().min(0, "Between 0 and 30 days.").max(30, "Between 0 and 30 days.").default(7),
});
export type RotateSigningSecret = z.infer<typeof RotateSigningSecret>;

const DAY_MS = 24 * 3600_000;

/**
 * Makes a new current secret; those before it go on verifying for `overlapDays`, then retire by themselves.
 * The secret is in this answer and never again. Owners, with a recent sign-in.
 */
export async function rotateSigningSecret(member: Member, input: RotateSigningSecret) {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const retiresAt = new Date(member.product.now() + input.overlapDays * DAY_MS);
  return member.database.transaction(async (tx) => {
    await tx.signingSecret.updateMany({ where: { retiresAt: null, revokedAt: null }, data: { retiresAt } });
    const made = await insertSigningSecret(tx, member.product, member.tenantId);
    await recordAudit(tx, member, "signing-secret.rotated", made.id, { kid: made.kid, overlapDays: input.overlapDays });
    return { kid: made.kid, jwtSecret: made.secret, oldRetiresAt: retiresAt };
  });
}
