import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { requireUnchanged } from "@/core/submission/submission";
import { Failure } from "@/failures";
import { findTeammate, mayHandle } from "./find-teammate";
import { type Member, requireRecentSignIn, requireRole, roles } from "./member";
import { requireAnotherOwner } from "./sole-owner";

export const ChangeRole = z.object({
  userId: z.string().max(100),
  role: z.enum(roles),
  /** As the page showed it. */ seen: z.enum(roles).optional(),
});
export type ChangeRole = z.infer<typeof ChangeRole>;

/**
 * Gives somebody of the team another role, from their next request on; invitations they sent under the old one end.
 * Admins and owners, neither above their own role, with a recent sign-in. The last owner stays one, and one whose role is
 * no longer as `seen` keeps it: `conflict`.
 */
export async function changeRole(member: Member, { userId, role, seen }: ChangeRole): Promise<void> {
  requireRole(member, "admin");
  if (!mayHandle(member.role, role)) throw new Failure("scope_refused", { detail: "Only an owner may make an owner." });
  requireRecentSignIn(member);
  const { tenantId } = member;
  await member.database.transaction(async (tx) => {
    const before = await findTeammate(tx, member, userId);
    if (before === role) return;
    requireUnchanged(seen, before, `Somebody changed this role meanwhile: it is ${before} now.`);
    if (before === "owner") await requireAnotherOwner(tx, tenantId, userId);
    await tx.membership.update({ where: { tenantId_userId: { tenantId, userId } }, data: { role } });
    // Whom they invited might be themselves, under another address.
    await tx.invitation.deleteMany({ where: { invitedBy: userId } });
    await recordAudit(tx, member, "member.role-changed", userId, { from: before, to: role });
  });
}
