import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId } from "@/core/id/id";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { newWebhookSecret, WebhookEvents, webhookPlace } from "./webhook";

const MOST = 10;

export const AddWebhook = z.object({
  url: z.url({ protocol: /^https?$/, error: "Use an address such as https://www.example.com/hooks." }).max(2000),
  events: WebhookEvents,
});
export type AddWebhook = z.input<typeof AddWebhook>;

/**
 * Has an address told of events from now on. The secret that signs what it is sent is in this answer and never again.
 * Admins and owners, with a recent sign-in.
 */
export async function addWebhook(member: Member, input: AddWebhook): Promise<{ id: string; secret: string }> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const { url, events } = AddWebhook.parse(input);
  const id = newId("webhook");
  const secret = newWebhookSecret();
  await member.database.transaction(async (tx) => {
    if ((await tx.webhook.count()) >= MOST) throw new Failure("conflict", { detail: `At most ${MOST} webhooks.` });
    const sealed = product.vault.seal(secret, webhookPlace(tenantId, id));
    const createdAt = new Date(product.now());
    await tx.webhook.create({ data: { id, tenantId, url, events: [...new Set(events)], sealed, createdAt } });
    await recordAudit(tx, member, "webhook.added", id, { url, events: events.join(", ") });
  });
  return { id, secret };
}
