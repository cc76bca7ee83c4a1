import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const ResendDelivery = z.object({ id: z.string().max(100) });
export type ResendDelivery = z.infer<typeof ResendDelivery>;

/** Sends a delivery once more, from its first attempt on, under the same id: whoever had it already can tell. Admins and owners. */
export async function resendDelivery(member: Member, { id }: ResendDelivery): Promise<void> {
  requireRole(member, "admin");
  const again = { status: "waiting", attempts: 0, lastError: null, deliveredAt: null };
  await member.database.transaction(async (tx) => {
    const data = { ...again, nextAttemptAt: new Date(member.product.now()) };
    const { count } = await tx.webhookDelivery.updateMany({ where: { id }, data });
    if (count === 0) throw new Failure("not_found");
    await recordAudit(tx, member, "webhook.resent", id);
  });
}
