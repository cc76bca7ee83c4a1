import type { Member } from "@/core/member/member";
import { countUses } from "@/core/observation/count-uses";

type SiteKeyState = "current" | "retiring" | "retired" | "disabled";

/** The tenant's site keys, newest first, each with the requests of the last 24 hours that named it. They are public. */
export function listSiteKeys(member: Member) {
  const now = member.product.now();
  return member.database.transaction(async (tx) => {
    const rows = await tx.siteKey.findMany({
      orderBy: { createdAt: "desc" },
      select: { id: true, key: true, createdAt: true, retiresAt: true, disabledAt: true },
    });
    const uses = await countUses(tx, "site-key", now);
    return rows.map((row) => ({ ...row, state: toState(row, now), requests: uses.get(row.key) ?? 0 }));
  });
}

function toState(key: { retiresAt: Date | null; disabledAt: Date | null }, now: number): SiteKeyState {
  if (key.disabledAt) return "disabled";
  if (!key.retiresAt) return "current";
  return key.retiresAt.getTime() > now ? "retiring" : "retired";
}
