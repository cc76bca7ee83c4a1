import { type Member, requireRole } from "@/core/member/member";
import type { WebhookEventName } from "./webhook";

/** The tenant's webhooks, newest first, without their secrets. Admins and owners. */
export async function listWebhooks(member: Member) {
  requireRole(member, "admin");
  const rows = await member.database.transaction((tx) =>
    tx.webhook.findMany({
      orderBy: { createdAt: "desc" },
      select: { id: true, url: true, events: true, createdAt: true, previousUntil: true },
    }),
  );
  return rows.map((row) => ({ ...row, events: row.events as WebhookEventName[] }));
}
