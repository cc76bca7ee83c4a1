import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { liveSessions } from "@/core/session/count-sessions";
import { hashSubmission, Submission } from "@/core/submission/submission";
import { Failure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { toSql } from "@/store/models-sql";
import { endOfIssued, lockSessions } from "@/store/session-rows";
import { findSubmitted } from "./find-submitted";
import { insertSigningSecret, toSecretState } from "./signing-secret";

export const LeakSigningSecret = z.object({ kid: z.string().max(100), submission: Submission });
export type LeakSigningSecret = z.infer<typeof LeakSigningSecret>;

export interface LeakedSecret {
  /** The new current secret, where the leaked one was current; shown once. */
  replacement: { kid: string; jwtSecret: string } | null;
  /** How many sessions of identified visitors ended. */
  sessionsEnded: number;
}

/**
 * Somebody else may know this secret: nothing signed with it verifies from now on, and every session of an identified
 * visitor ends, since any of them may have been made with it; all within 1 s in every process. Where it was the current
 * one, another takes its place at once. Said twice, it happens once. Owners, with a recent sign-in.
 */
export async function leakSigningSecret(member: Member, input: LeakSigningSecret): Promise<LeakedSecret> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const now = product.now();
  const submission = await hashSubmission(member, input.submission);
  return member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const row = await tx.signingSecret.findUnique({ where: { tenantId_kid: { tenantId, kid: input.kid } } });
    if (!row) throw new Failure("not_found");
    if (row.leakedAt) return { replacement: await findSubmitted(tx, member, submission), sessionsEnded: 0 };
    const at = new Date(now);
    const wasCurrent = toSecretState(row, now) === "current";
    await tx.signingSecret.update({
      where: { id: row.id },
      data: { leakedAt: at, revokedAt: row.revokedAt ?? at },
    });
    // No process makes a session with it any more, whether it has heard of this or not.
    await lockSessions(toSql(tx), tenantId, "end");
    const sessionsEnded = await liveSessions(tx, tenantId, product.now(), "identified");
    const identifiedNotBefore = await endOfIssued(toSql(tx), new Date(product.now()));
    await tx.tenant.update({ where: { id: tenantId }, data: { identifiedNotBefore } });
    const made = wasCurrent ? await insertSigningSecret(tx, product, tenantId, submission) : null;
    const detail = { kid: row.kid, sessionsEnded, replacedBy: made?.kid ?? null };
    await recordAudit(tx, member, "signing-secret.leaked", row.id, detail);
    return { replacement: made && { kid: made.kid, jwtSecret: made.secret }, sessionsEnded };
  });
}
