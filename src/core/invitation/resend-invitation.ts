import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { requireLimits } from "@/core/limit/require-limits";
import { mayHandle } from "@/core/member/find-teammate";
import { type Member, type Role, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { makeInvitationToken, postInvitation } from "./invitation";
import { namesOf } from "./invite-member";

export const ResendInvitation = z.object({ id: z.string().max(100) });
export type ResendInvitation = z.infer<typeof ResendInvitation>;

const perInvitation = { name: "resend-invitation", limit: 5, windowSeconds: 3600 };

/** Sends a new link, good for seven days; the one before is worth nothing any more. Admins and owners. */
export async function resendInvitation(member: Member, { id }: ResendInvitation) {
  requireRole(member, "admin");
  const { product } = member;
  const { token, kept } = await makeInvitationToken(product);
  const sent = await member.database.transaction(async (tx) => {
    const row = await tx.invitation.findUnique({ where: { id } });
    if (!row) throw new Failure("not_found");
    if (!mayHandle(member.role, row.role as Role)) throw new Failure("scope_refused");
    await requireLimits(product.limiter, [perInvitation, id]);
    await tx.invitation.update({ where: { id }, data: kept });
    await recordAudit(tx, member, "member.invited-again", id, { email: row.email, role: row.role });
    return { email: row.email, role: row.role, token, ...(await namesOf(tx, member)) };
  });
  return postInvitation(member, sent);
}
