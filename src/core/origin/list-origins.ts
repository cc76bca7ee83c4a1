import type { Member } from "@/core/member/member";

/** The tenant's allowed origins, oldest first. */
export function listOrigins(member: Member) {
  return member.database.transaction((tx) =>
    tx.origin.findMany({
      orderBy: { createdAt: "asc" },
      select: { id: true, pattern: true, createdAt: true, lastSeenAt: true },
    }),
  );
}
