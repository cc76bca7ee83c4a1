import { type Member, type Role, requireRole } from "@/core/member/member";

/** Invitations nobody took yet, newest first; `expired` ones can be sent again. Admins and owners. */
export function listInvitations(member: Member) {
  requireRole(member, "admin");
  return member.database.transaction(async (tx) => {
    const rows = await tx.invitation.findMany({ orderBy: { createdAt: "desc" } });
    return rows.map(({ id, email, role, createdAt, expiresAt }) => ({
      id,
      email,
      role: role as Role,
      createdAt,
      expiresAt,
      expired: expiresAt.getTime() <= member.product.now(),
    }));
  });
}
