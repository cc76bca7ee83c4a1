import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const RevokeInvitation = z.object({ id: z.string().max(100) });
export type RevokeInvitation = z.infer<typeof RevokeInvitation>;

/** Takes an invitation back: its link is worth nothing from then on. Admins and owners. */
export async function revokeInvitation(member: Member, { id }: RevokeInvitation): Promise<void> {
  requireRole(member, "admin");
  await member.database.transaction(async (tx) => {
    const row = await tx.invitation.findUnique({ where: { id } });
    if (!row) throw new Failure("not_found");
    await tx.invitation.delete({ where: { id } });
    await recordAudit(tx, member, "member.invitation-revoked", id, { email: row.email });
  });
}
