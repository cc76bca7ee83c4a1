// What a tenant's own systems are told, by Standard Webhooks: https://www.standardwebhooks.com.
import { z } from "zod";
import { sha256Hex } from "@/core/id/id";

export const webhookEvents = [
  "conversation.created",
  "message.created",
  "conversation.escalated",
  "feedback.created",
  "refusal.spike",
] as const;
export type WebhookEventName = (typeof webhookEvents)[number];

export interface WebhookEvent {
  type: WebhookEventName;
  /** Erased together with the conversation. */
  conversationId: string | null;
  data: Record<string, unknown>;
}

export const WebhookEvents = z.array(z.enum(webhookEvents)).min(1, "Choose at least one event.").max(20);

/** Where a sealed secret may be opened. */
export function webhookPlace(tenantId: string, id: string): string {
  return `${tenantId}:webhook.sealed:${id}`;
}

/** The secret that one press makes for a webhook: 192 bits that only both names together give. */
export async function toWebhookSecret(id: string, submission: string): Promise<string> {
  const hash = await sha256Hex(`webhook secret\n${id}\n${submission}`);
  const bytes = Array.from({ length: 24 }, (_, i) => Number.parseInt(hash.slice(2 * i, 2 * i + 2), 16));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** A secret of 192 bits as Standard Webhooks writes them. */
export function newWebhookSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
