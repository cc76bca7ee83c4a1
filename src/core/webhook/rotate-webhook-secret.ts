import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { newWebhookSecret, webhookPlace } from "./webhook";

const OVERLAP_MS = 24 * 3600_000;

export const RotateWebhookSecret = z.object({ id: z.string().max(100) });
export type RotateWebhookSecret = z.infer<typeof RotateWebhookSecret>;

/**
 * Makes a new secret, shown in this answer and never again. For a day the one before signs as well, so that whoever
 * receives can change over in peace. Admins and owners, with a recent sign-in.
 */
export async function rotateWebhookSecret(member: Member, { id }: RotateWebhookSecret): Promise<{ secret: string }> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const secret = newWebhookSecret();
  await member.database.transaction(async (tx) => {
    const present = await tx.webhook.findFirst({ where: { id }, select: { sealed: true } });
    if (!present) throw new Failure("not_found");
    const sealed = product.vault.seal(secret, webhookPlace(tenantId, id));
    const previousUntil = new Date(product.now() + OVERLAP_MS);
    await tx.webhook.update({ where: { id }, data: { sealed, previousSealed: present.sealed, previousUntil } });
    await recordAudit(tx, member, "webhook.secret-rotated", id);
  });
  return { secret };
}
