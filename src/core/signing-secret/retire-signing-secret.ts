import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { toSql } from "@/store/models-sql";
import { lockSessions } from "@/store/session-rows";
import { toSecretState } from "./signing-secret";

export const RetireSigningSecret = z.object({ kid: z.string().max(100) });
export type RetireSigningSecret = z.infer<typeof RetireSigningSecret>;

/**
 * Ends an old secret's overlap now: nothing signed with it verifies any more. The only current secret cannot be
 * retired (`conflict`): rotate first. One that works no more stays as it is. Owners, with a recent sign-in.
 */
export async function retireSigningSecret(member: Member, input: RetireSigningSecret): Promise<void> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const now = member.product.now();
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, member.tenantId);
    const row = await tx.signingSecret.findUnique({
      where: { tenantId_kid: { tenantId: member.tenantId, kid: input.kid } },
    });
    if (!row) throw new Failure("not_found");
    const state = toSecretState(row, now);
    if (state === "current")
      throw new Failure("conflict", { detail: "This is the current secret: rotate first, then retire the old one." });
    if (state !== "retiring") return;
    await lockSessions(toSql(tx), member.tenantId, "end");
    await tx.signingSecret.update({ where: { id: row.id }, data: { revokedAt: new Date(now) } });
    await recordAudit(tx, member, "signing-secret.retired", row.id, { kid: row.kid });
  });
}
