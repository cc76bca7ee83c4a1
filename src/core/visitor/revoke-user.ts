import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { toSql } from "@/store/models-sql";
import { endOfIssued, lockSessions } from "@/store/session-rows";

export const RevokeUser = z.object({ userId: z.string().min(1).max(200) });
export type RevokeUser = z.infer<typeof RevokeUser>;

/** Past this age nothing of a user's can be alive: an identity of an hour, a session renewed for a day, and a day more. */
const KEEP_MS = 3 * 24 * 3600_000;

/**
 * Ends everything that was issued to one of the tenant's users before now, identity tokens and sessions alike, in every
 * process within 1 s; what their server signs from the next second on is good again. Any user id will do: one that was
 * never seen may hold a token. Admins and owners, with a recent sign-in.
 */
export async function revokeUser(member: Member, { userId }: RevokeUser): Promise<void> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  await member.database.transaction(async (tx) => {
    const sql = toSql(tx);
    await lockSessions(sql, tenantId, "end");
    const now = product.now();
    const notBefore = await endOfIssued(sql, new Date(now));
    const where = { tenantId_userId: { tenantId, userId } };
    await tx.userRevocation.upsert({ where, create: { tenantId, userId, notBefore }, update: { notBefore } });
    await tx.userRevocation.deleteMany({ where: { notBefore: { lt: new Date(now - KEEP_MS) } } });
    await recordAudit(tx, member, "user.revoked", userId);
  });
}
