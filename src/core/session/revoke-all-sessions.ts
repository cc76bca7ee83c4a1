import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";

/**
 * Ends every session of the tenant that began before now, in every process within 1 s. Identity tokens stay good: it
 * is the signing secret that ends those. Tokens tell time by the second: one of the present second ends as well.
 * Admins and owners.
 */
export async function revokeAllSessions(member: Member): Promise<void> {
  requireRole(member, "admin");
  const sessionsNotBefore = new Date(member.product.now());
  await member.database.transaction(async (tx) => {
    await tx.tenant.update({ where: { id: member.tenantId }, data: { sessionsNotBefore } });
    await recordAudit(tx, member, "session.all-revoked", member.tenantId);
  });
}
