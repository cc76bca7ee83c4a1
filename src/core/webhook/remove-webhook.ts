import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const RemoveWebhook = z.object({ id: z.string().max(100) });
export type RemoveWebhook = z.infer<typeof RemoveWebhook>;

/** Ends a webhook: nothing more is sent, its log goes. Admins and owners, with a recent sign-in. */
export async function removeWebhook(member: Member, { id }: RemoveWebhook): Promise<void> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  await member.database.transaction(async (tx) => {
    const { count } = await tx.webhook.deleteMany({ where: { id } });
    if (count === 0) throw new Failure("not_found");
    await tx.webhookDelivery.deleteMany({ where: { webhookId: id } });
    await recordAudit(tx, member, "webhook.removed", id);
  });
}
