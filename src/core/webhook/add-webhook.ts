import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { REPEAT_MS, Submission, toSubmittedId } from "@/core/submission/submission";
import { Failure } from "@/failures";
import { lockDoor } from "@/store/door-lock";
import { newWebhookSecret, WebhookEvents, webhookPlace } from "./webhook";

const MOST = 10;

export const AddWebhook = z.object({
  url: z.url({ protocol: /^https?$/, error: "Use an address such as https://www.example.com/hooks." }).max(2000),
  events: WebhookEvents,
  submission: Submission,
});
export type AddWebhook = z.input<typeof AddWebhook>;

/**
 * Has an address told of events from now on. The secret that signs what it is sent is in this answer and never again,
 * but for the same submission sent twice within 10 minutes, which adds one.
 * Admins and owners, with a recent sign-in.
 */
export async function addWebhook(member: Member, input: AddWebhook): Promise<{ id: string; secret: string }> {
  requireRole(member, "admin");
  requireRecentSignIn(member);
  const { tenantId, product } = member;
  const { url, events, submission } = AddWebhook.parse(input);
  const id = await toSubmittedId("webhook", tenantId, submission);
  return member.database.transaction(async (tx) => {
    await lockDoor(tx, tenantId);
    const present = await tx.webhook.findUnique({ where: { id } });
    if (present) {
      if (product.now() - present.createdAt.getTime() > REPEAT_MS)
        throw new Failure("conflict", { detail: `This added ${present.url} already; its secret was shown then.` });
      return { id, secret: product.vault.open(present.sealed, webhookPlace(tenantId, id)) };
    }
    const secret = newWebhookSecret();
    if ((await tx.webhook.count()) >= MOST) throw new Failure("conflict", { detail: `At most ${MOST} webhooks.` });
    const sealed = product.vault.seal(secret, webhookPlace(tenantId, id));
    const createdAt = new Date(product.now());
    await tx.webhook.create({ data: { id, tenantId, url, events: [...new Set(events)], sealed, createdAt } });
    await recordAudit(tx, member, "webhook.added", id, { url, events: events.join(", ") });
    return { id, secret };
  });
}
