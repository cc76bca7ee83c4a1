import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { newSiteKey } from "./site-key";

export const RotateSiteKey = z.object({ overlapDays: z.number().int().min(0).max(365).default(30) });
export type RotateSiteKey = z.infer<typeof RotateSiteKey>;

const DAY_MS = 24 * 3600_000;

/**
 * Makes a new site key; those before it go on working for `overlapDays`, so that every page can be changed in peace, and
 * then stop by themselves. Keys that are already on their way out keep their date. Admins and owners.
 */
export async function rotateSiteKey(member: Member, input: RotateSiteKey) {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  const now = product.now();
  const retiresAt = new Date(now + input.overlapDays * DAY_MS);
  return member.database.transaction(async (tx) => {
    await tx.siteKey.updateMany({ where: { retiresAt: null, disabledAt: null }, data: { retiresAt } });
    const { name } = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } });
    const made = { id: newId("siteKeyRow"), tenantId, key: newSiteKey(name), createdAt: new Date(now) };
    await tx.siteKey.create({ data: made });
    await recordAudit(tx, member, "site-key.rotated", made.id, { overlapDays: input.overlapDays });
    return { id: made.id, siteKey: made.key, oldRetiresAt: retiresAt };
  });
}
