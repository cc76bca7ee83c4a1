import type { Member } from "@/core/member/member";

/** The tenant's site keys, newest first. They are public. */
export function listSiteKeys(member: Member) {
  return member.database.transaction((tx) =>
    tx.siteKey.findMany({
      orderBy: { createdAt: "desc" },
      select: { id: true, key: true, createdAt: true, retiresAt: true, disabledAt: true },
    }),
  );
}
