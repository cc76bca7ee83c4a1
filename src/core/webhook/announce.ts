import { newId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import type { Sql } from "@/store/database";
import { addDeliveries } from "@/store/webhook-rows";
import type { WebhookEvent } from "./webhook";

/**
 * Notes events for the tenant's webhooks in the transaction that makes them happen: what is committed is told, and
 * what is not is not. Costs nothing where no webhook asks for them, as far as the configuration in memory knows.
 */
export async function announce(
  sql: Sql,
  { configuration, product, tenantId }: Pick<Visitor, "configuration" | "product" | "tenantId">,
  events: WebhookEvent[],
): Promise<void> {
  const wanted = events.filter(({ type }) => configuration.webhookEvents.has(type));
  if (wanted.length > 0) await announceAnyway(sql, { product, tenantId }, wanted);
}

/** The same where no configuration is at hand. */
export async function announceAnyway(
  sql: Sql,
  { product, tenantId }: Pick<Visitor, "product" | "tenantId">,
  events: WebhookEvent[],
): Promise<void> {
  const now = new Date(product.now());
  const rows = events.map(({ type, conversationId, data }) => {
    const payload = JSON.stringify({ type, timestamp: now.toISOString(), data });
    return { id: newId("event"), event: type, conversationId, payload };
  });
  await addDeliveries(sql, tenantId, rows, now);
}
