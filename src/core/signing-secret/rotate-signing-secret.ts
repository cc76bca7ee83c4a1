import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { hashSubmission, requireUnchanged, Submission } from "@/core/submission/submission";
import { lockDoor } from "@/store/door-lock";
import { findSubmitted } from "./find-submitted";
import { DAY_MS, insertSigningSecret, MOST_OVERLAP_DAYS } from "./signing-secret";

const OVERLAP = `Between 0 and ${MOST_OVERLAP_DAYS} days.`;

export const RotateSigningSecret = z.object({
  overlapDays: z.number(OVERLAP).min(0, OVERLAP).max(MOST_OVERLAP_DAYS, OVERLAP).default(7),
  /** The current secret as the page showed it. */
  seenKid: z.string().max(100).nullish(),
  submission: Submission,
});
export type RotateSigningSecret = z.infer<typeof RotateSigningSecret>;

/**
 * Makes a new current secret; those before it go on verifying for `overlapDays`, then retire by themselves.
 * The secret is in this answer and never again, but for the same submission sent twice, which makes one. `conflict` when
 * another than `seenKid` is current. Owners, with a recent sign-in.
 */
export async function rotateSigningSecret(member: Member, input: RotateSigningSecret) {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const retiresAt = new Date(product.now() + input.overlapDays * DAY_MS);
  const submission = await hashSubmission(member, input.submission);
  return member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const repeated = await findSubmitted(tx, member, submission);
    if (repeated) return { ...repeated, oldRetiresAt: retiresAt };
    const current = await tx.signingSecret.findFirst({ where: { retiresAt: null, revokedAt: null } });
    const words = `Somebody rotated the secret meanwhile: ${current?.kid ?? "none"} is current now.`;
    requireUnchanged(input.seenKid, current?.kid ?? null, words);
    await tx.signingSecret.updateMany({ where: { retiresAt: null, revokedAt: null }, data: { retiresAt } });
    const made = await insertSigningSecret(tx, product, tenantId, submission);
    await recordAudit(tx, member, "signing-secret.rotated", made.id, { kid: made.kid, overlapDays: input.overlapDays });
    return { kid: made.kid, jwtSecret: made.secret, oldRetiresAt: retiresAt };
  });
}
