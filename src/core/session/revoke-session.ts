import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { forgetLive } from "./session-liveness";

export const RevokeSession = z.object({ sessionId: z.string().max(100) });
export type RevokeSession = z.infer<typeof RevokeSession>;

/** Ends one visitor's session, in every process within 1 s. Unknown: `not_found`. Admins and owners. */
export async function revokeSession(member: Member, { sessionId }: RevokeSession): Promise<void> {
  requireRole(member, "admin");
  await member.database.transaction(async (tx) => {
    const row = await tx.session.findUnique({ where: { id: sessionId } });
    if (!row) throw new Failure("not_found");
    if (row.revokedAt) return;
    await tx.session.update({ where: { id: sessionId }, data: { revokedAt: new Date(member.product.now()) } });
    await recordAudit(tx, member, "session.revoked", sessionId);
  });
  forgetLive(member.product, sessionId);
}
