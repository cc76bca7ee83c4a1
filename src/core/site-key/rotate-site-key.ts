import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { hashSubmission, requireUnchanged, Submission } from "@/core/submission/submission";
import { lockDoor } from "@/store/door-lock";
import { newSiteKey } from "./site-key";

const OVERLAP = "Between 0 and 365 days.";

export const RotateSiteKey = z.object({
  overlapDays: z.number(OVERLAP).int("Whole days.").min(0, OVERLAP).max(365, OVERLAP).default(30),
  /** The current key as the page showed it; null for none. */
  seenId: z.string().max(100).nullish(),
  submission: Submission,
});
export type RotateSiteKey = z.infer<typeof RotateSiteKey>;

const DAY_MS = 24 * 3600_000;

/**
 * Makes a new site key; those before it go on working for `overlapDays`, so that every page can be changed in peace, and
 * then stop by themselves. Keys that are already on their way out keep their date. The same submission sent twice makes
 * one; `conflict` when another than `seenId` is current. Admins and owners, with a recent sign-in.
 */
export async function rotateSiteKey(member: Member, input: RotateSiteKey) {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const now = product.now();
  const retiresAt = new Date(now + input.overlapDays * DAY_MS);
  const submission = await hashSubmission(member, input.submission);
  return member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const repeated = submission && (await tx.siteKey.findFirst({ where: { submission } }));
    if (repeated) return { id: repeated.id, siteKey: repeated.key, oldRetiresAt: retiresAt };
    const current = await tx.siteKey.findFirst({ where: { retiresAt: null, disabledAt: null } });
    requireUnchanged(
      input.seenId,
      current?.id ?? null,
      "Somebody rotated the site key meanwhile: look at the new one.",
    );
    await tx.siteKey.updateMany({ where: { retiresAt: null, disabledAt: null }, data: { retiresAt } });
    const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    const made = { id: newId("siteKeyRow"), tenantId, key: newSiteKey(name), createdAt: new Date(now), submission };
    await tx.siteKey.create({ data: made });
    await recordAudit(tx, member, "site-key.rotated", made.id, { overlapDays: input.overlapDays });
    return { id: made.id, siteKey: made.key, oldRetiresAt: retiresAt };
  });
}
