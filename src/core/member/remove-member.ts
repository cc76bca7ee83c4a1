import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { findTeammate } from "./find-teammate";
import { type Member, requireRecentSignIn, requireRole } from "./member";
import { requireAnotherOwner } from "./sole-owner";

export const RemoveMember = z.object({ userId: z.string().max(100) });
export type RemoveMember = z.infer<typeof RemoveMember>;

/**
 * Takes somebody out of the team, and the invitations they sent: their next request finds no such tenant. Admins and owners, nobody above their own
 * role, with a recent sign-in. The last owner stays: `conflict`.
 */
export async function removeMember(member: Member, { userId }: RemoveMember): Promise<void> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId } = member;
  await member.database.transaction(async (tx) => {
    const role = await findTeammate(tx, member, userId);
    if (role === "owner") await requireAnotherOwner(tx, tenantId, userId);
    await tx.membership.delete({ where: { tenantId_userId: { tenantId, userId } } });
    // Whom they invited might be themselves, under another address.
    await tx.invitation.deleteMany({ where: { invitedBy: userId } });
    await recordAudit(tx, member, "member.removed", userId, { role });
  });
}
