import { recordAudit } from "@/core/audit/record-audit";
import { findTeammate } from "./find-teammate";
import type { Member } from "./member";
import { requireAnotherOwner } from "./sole-owner";

/** Leaves the team; every member may. The last owner stays: `conflict`. */
export async function leaveTenant(member: Member): Promise<void> {
  const { tenantId, actor: userId } = member;
  await member.database.transaction(async (tx) => {
    const role = await findTeammate(tx, member, userId);
    if (role === "owner") await requireAnotherOwner(tx, tenantId, userId);
    await tx.membership.delete({ where: { tenantId_userId: { tenantId, userId } } });
    await recordAudit(tx, member, "member.left", userId, { role });
  });
}
