import type { Member } from "@/core/member/member";
import { countProofs } from "@/store/demand-rows";

const DAYS = 30;

/** How many visitors prove who they are, before the tenant demands it: of the last 30 days' conversations. `reported` is what
 * report-only let through at all, by reasons and origins that were seen in these days. */
export async function getProofs(member: Member) {
  const since = new Date(member.product.now() - DAYS * 24 * 3600_000);
  return { days: DAYS, ...(await member.database.sql((sql) => countProofs(sql, since))) };
}
