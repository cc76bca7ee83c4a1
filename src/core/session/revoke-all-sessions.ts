import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { toSql } from "@/store/models-sql";
import { endOfIssued, lockSessions } from "@/store/session-rows";

/**
 * Ends every session of the tenant that began before now, in every process within 1 s. Identity tokens stay good: it
 * is the signing secret that ends those. Admins and owners, with a recent sign-in.
 */
export async function revokeAllSessions(member: Member): Promise<void> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { product, tenantId } = member;
  await member.database.transaction(async (tx) => {
    const sql = toSql(tx);
    await lockSessions(sql, tenantId, "end");
    const sessionsNotBefore = await endOfIssued(sql, new Date(product.now()));
    await tx.tenant.update({ where: { id: tenantId }, data: { sessionsNotBefore } });
    await recordAudit(tx, member, "session.all-revoked", tenantId);
  });
}
