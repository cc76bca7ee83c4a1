import type { Member, Role } from "./member";

/** The tenant's team, oldest member first. Every member may see it. */
export function listMembers(member: Member) {
  return member.database.transaction(async (tx) => {
    const rows = await tx.membership.findMany({
      orderBy: { createdAt: "asc" },
      select: { userId: true, role: true, createdAt: true, user: { select: { email: true } } },
    });
    return rows.map(({ userId, role, createdAt, user }) => ({
      userId,
      email: user.email,
      role: role as Role,
      since: createdAt,
      you: userId === member.actor,
    }));
  });
}
