import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { requireUnchanged } from "@/core/submission/submission";
import { Failure, fieldFailure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { DAY_MS, MOST_OVERLAP_DAYS, toSecretState } from "./signing-secret";

const Time = z.iso.datetime({ offset: true, error: "A time such as 2030-01-31T12:00:00Z." });

export const ExtendSigningSecret = z.object({
  kid: z.string().max(100),
  /** When it is to stop working instead; at most 30 days from now. */
  retiresAt: Time,
  /** When it was to stop as the page showed it. */
  seenRetiresAt: Time.nullish(),
});
export type ExtendSigningSecret = z.infer<typeof ExtendSigningSecret>;

/** Room for a page that was filled in a while ago. */
const SLACK_MS = 3600_000;

/**
 * Moves the end of a retiring secret's overlap. `conflict` when it was moved meanwhile, or works no more: what has ended
 * does not come back. Owners, with a recent sign-in.
 */
export async function extendSigningSecret(member: Member, input: ExtendSigningSecret): Promise<void> {
  requireRole(member, "owner");
  requireRecentSignIn(member);
  const { tenantId } = member;
  const now = member.product.now();
  const retiresAt = new Date(input.retiresAt);
  if (retiresAt.getTime() <= now) throw fieldFailure("retiresAt", "This is in the past.");
  if (retiresAt.getTime() > now + MOST_OVERLAP_DAYS * DAY_MS + SLACK_MS)
    throw fieldFailure("retiresAt", `At most ${MOST_OVERLAP_DAYS} days from now.`);
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const row = await tx.signingSecret.findUnique({ where: { tenantId_kid: { tenantId, kid: input.kid } } });
    if (!row) throw new Failure("not_found");
    const state = toSecretState(row, now);
    if (state !== "retiring") throw new Failure("conflict", { detail: `This secret is ${state}: it has no overlap.` });
    if (row.retiresAt?.getTime() === retiresAt.getTime()) return;
    const words = `Somebody moved it meanwhile: it stops working at ${row.retiresAt?.toISOString()}.`;
    requireUnchanged(input.seenRetiresAt, row.retiresAt, words);
    await tx.signingSecret.update({ where: { id: row.id }, data: { retiresAt } });
    const detail = { kid: row.kid, from: row.retiresAt?.toISOString() ?? null, to: retiresAt.toISOString() };
    await recordAudit(tx, member, "signing-secret.extended", row.id, detail);
  });
}
