import { type Member, requireRole } from "@/core/member/member";
import type { Transaction } from "@/store/database";
import { toSql } from "@/store/models-sql";
import { countLiveSessions } from "@/store/session-rows";

/** How many sessions work at present: of identified visitors, and of all. What ends them says so in these numbers. */
export function countSessions(member: Member): Promise<{ identified: number; all: number }> {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  return member.database.transaction(async (tx) => ({
    identified: await liveSessions(tx, tenantId, product.now(), "identified"),
    all: await liveSessions(tx, tenantId, product.now(), "all"),
  }));
}

/** Sessions that have neither expired nor been ended: one by one, with all of their user's, or with all others. */
export async function liveSessions(tx: Transaction, tenantId: string, now: number, of: "identified" | "all") {
  const { sessionsNotBefore, identifiedNotBefore } = await tx.tenant.findUniqueOrThrow({
    where: { id: tenantId },
    select: { sessionsNotBefore: true, identifiedNotBefore: true },
  });
  const last = (...notBefore: (Date | null)[]) =>
    new Date(Math.max(0, ...notBefore.map((date) => date?.getTime() ?? 0)));
  const sql = toSql(tx);
  const at = new Date(now);
  const identified = await countLiveSessions(sql, true, at, last(sessionsNotBefore, identifiedNotBefore));
  return of === "identified"
    ? identified
    : identified + (await countLiveSessions(sql, false, at, last(sessionsNotBefore)));
}
