import { type Member, requireRole } from "@/core/member/member";

/** The tenant's API keys, newest first, by their last four characters only. Admins and owners. */
export function listApiKeys(member: Member) {
  requireRole(member, "admin");
  return member.database.transaction((tx) =>
    tx.apiKey.findMany({
      orderBy: { createdAt: "desc" },
      select: {
        id: true,
        name: true,
        last4: true,
        scopes: true,
        createdAt: true,
        expiresAt: true,
        revokedAt: true,
        lastUsedAt: true,
      },
    }),
  );
}
