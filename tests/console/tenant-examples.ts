// Procedures of the tenant itself, its figures, its record and its webhooks.
import { newId } from "@/core/id/id";
import { type Example, type Examples, member } from "./example";

const ofWebhook: Example = {
  open: "member",
  input: ({ webhookId }) => ({ id: webhookId }),
  missing: () => ({ id: newId("webhook") }),
};

export const tenantExamples: Examples = {
  "tenant.delete": { open: "member", input: () => ({ name: "Example" }) },
  "tenant.list": { open: "account" },
  "tenant.lookAtSite": { open: "account", input: () => ({ url: "http://127.0.0.1:1/" }) },
  "tenant.create": { open: "account", input: () => ({ name: "Another" }) },
  "tenant.get": member,
  "tenant.overview": member,
  "tenant.usage": member,
  "tenant.update": { open: "member", input: () => ({ name: "Renamed" }) },
  "tenant.updateWidget": { open: "member", input: () => ({ widget: { title: "Hello" } }) },
  "tenant.proofs": member,
  "tenant.moderation": member,
  "tenant.updateModeration": { open: "member", input: () => ({ words: ["spam"] }) },
  "usage.figures": member,
  "usage.models": member,
  "usage.quota": member,
  "webhook.list": member,
  "webhook.deliveries": { open: "member", input: ({ webhookId }) => ({ webhookId }) },
  "webhook.add": {
    open: "member",
    input: () => ({ url: "https://www.example.com/second", events: ["message.created"] }),
  },
  "webhook.rotate": ofWebhook,
  "webhook.remove": ofWebhook,
  "webhook.test": ofWebhook,
  "webhook.resend": {
    open: "member",
    input: ({ deliveryId }) => ({ id: deliveryId }),
    missing: () => ({ id: newId("event") }),
  },
  "audit.list": member,
  "audit.choices": member,
  "audit.verify": member,
};
