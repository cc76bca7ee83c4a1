import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { toSql } from "@/store/models-sql";
import { lockSessions } from "@/store/session-rows";

export const RevokeApiKey = z.object({ id: z.string().max(100) });
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;

/** Ends a key at once; one that is revoked already stays so. Unknown: `not_found`. Owners, with a recent sign-in. */
export async function revokeApiKey(member: Member, input: RevokeApiKey): Promise<void> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  await member.database.transaction(async (tx) => {
    const row = await tx.apiKey.findUnique({ where: { id: input.id } });
    if (!row) throw new Failure("not_found");
    if (row.revokedAt) return;
    // Sessions are made with a key: none is from now on, whether their process has heard of this or not.
    await lockSessions(toSql(tx), member.tenantId, "end");
    await tx.apiKey.update({ where: { id: row.id }, data: { revokedAt: new Date(member.product.now()) } });
    await recordAudit(tx, member, "api-key.revoked", row.id, { name: row.name });
  });
}
