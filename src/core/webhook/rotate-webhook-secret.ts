import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Submission } from "@/core/submission/submission";
import { Failure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { toWebhookSecret, webhookPlace } from "./webhook";

const OVERLAP_MS = 24 * 3600_000;

export const RotateWebhookSecret = z.object({ id: z.string().max(100), submission: Submission });
export type RotateWebhookSecret = z.infer<typeof RotateWebhookSecret>;

/**
 * Makes a new secret, shown in this answer and never again. For a day the one before signs as well, so that whoever
 * receives can change over in peace. The same submission makes one. Admins and owners, with a recent sign-in.
 */
export async function rotateWebhookSecret(member: Member, input: RotateWebhookSecret): Promise<{ secret: string }> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const { id } = input;
  // Made of the press, whose name nobody stores: the same press finds its secret in force already.
  const secret = await toWebhookSecret(id, input.submission ?? crypto.randomUUID());
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const present = await tx.webhook.findFirst({ where: { id }, select: { sealed: true } });
    if (!present) throw new Failure("not_found");
    if (product.vault.open(present.sealed, webhookPlace(tenantId, id)) === secret) return;
    const sealed = product.vault.seal(secret, webhookPlace(tenantId, id));
    const previousUntil = new Date(product.now() + OVERLAP_MS);
    await tx.webhook.update({ where: { id }, data: { sealed, previousSealed: present.sealed, previousUntil } });
    await recordAudit(tx, member, "webhook.secret-rotated", id);
  });
  return { secret };
}
