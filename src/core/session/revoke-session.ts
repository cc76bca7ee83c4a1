import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { toSql } from "@/store/models-sql";
import { lockSessions, revokeSessionRows } from "@/store/session-rows";
import { forgetLive } from "./session-liveness";

export const RevokeSession = z.object({ sessionId: z.string().max(100) });
export type RevokeSession = z.infer<typeof RevokeSession>;

/**
 * Ends one visitor's session, with those it was renewed from and to, in every process within 1 s. Unknown: `not_found`.
 * Admins and owners, with a recent sign-in.
 */
export async function revokeSession(member: Member, { sessionId }: RevokeSession): Promise<void> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  await member.database.transaction(async (tx) => {
    const sql = toSql(tx);
    await lockSessions(sql, member.tenantId, "end");
    const row = await tx.session.findUnique({ where: { id: sessionId } });
    if (!row) throw new Failure("not_found");
    if (row.revokedAt) return;
    await revokeSessionRows(sql, sessionId, new Date(member.product.now()));
    await recordAudit(tx, member, "session.revoked", sessionId);
  });
  forgetLive(member.product, sessionId);
}
