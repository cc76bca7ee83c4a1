import type { Member } from "@/core/member/member";
import { countUses } from "@/core/observation/count-uses";
import { describeOrigin } from "./explain-origin";
import { listOrigins } from "./list-origins";

/** The tenant's allowed origins, oldest first, each in words and with the requests of the last 24 hours. Every member. */
export async function reviewOrigins(member: Member) {
  const now = member.product.now();
  const uses = await member.database.transaction((tx) => countUses(tx, "origin", now));
  return (await listOrigins(member)).map((row) => ({
    ...row,
    expired: row.expiresAt !== null && row.expiresAt.getTime() <= now,
    words: describeOrigin(row.pattern),
    requests: uses.get(row.pattern) ?? 0,
  }));
}
