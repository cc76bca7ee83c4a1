import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const TestWebhook = z.object({ id: z.string().max(100) });
export type TestWebhook = z.infer<typeof TestWebhook>;

/** Has a webhook sent a `webhook.test`, signed and tried again like every event; what became of it stands in its log. Admins and owners. */
export async function testWebhook(member: Member, { id }: TestWebhook): Promise<{ deliveryId: string }> {
  requireRole(member, "admin");
  const { tenantId, product } = member;
  const now = new Date(product.now());
  const deliveryId = newId("event");
  await member.database.transaction(async (tx) => {
    if (!(await tx.webhook.findFirst({ where: { id }, select: { id: true } }))) throw new Failure("not_found");
    const payload = JSON.stringify({ type: "webhook.test", timestamp: now.toISOString(), data: { webhookId: id } });
    const row = { id: deliveryId, tenantId, webhookId: id, event: "webhook.test", payload };
    await tx.webhookDelivery.create({ data: { ...row, createdAt: now, nextAttemptAt: now } });
    await recordAudit(tx, member, "webhook.tested", id);
  });
  return { deliveryId };
}
