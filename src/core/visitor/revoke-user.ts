import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";

export const RevokeUser = z.object({ userId: z.string().min(1).max(200) });
export type RevokeUser = z.infer<typeof RevokeUser>;

/** Past this age nothing of a user's can be alive: an identity of an hour, a session renewed for a day, and a day more. */
const KEEP_MS = 3 * 24 * 3600_000;

/**
 * Ends everything that was issued to one of the tenant's users before now, identity tokens and sessions alike, in every
 * process within 1 s; what their server signs from the next second on is good again. Any user id will do: one that was
 * never seen may hold a token. Admins and owners.
 */
export async function revokeUser(member: Member, { userId }: RevokeUser): Promise<void> {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  const now = product.now();
  const notBefore = new Date(now);
  await member.database.transaction(async (tx) => {
    const where = { tenantId_userId: { tenantId, userId } };
    await tx.userRevocation.upsert({ where, create: { tenantId, userId, notBefore }, update: { notBefore } });
    await tx.userRevocation.deleteMany({ where: { notBefore: { lt: new Date(now - KEEP_MS) } } });
    await recordAudit(tx, member, "user.revoked", userId);
  });
}
