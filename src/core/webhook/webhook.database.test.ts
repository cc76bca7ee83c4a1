import { Webhook } from "standardwebhooks";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { flushObservations, observations } from "@/core/observation/observation";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openOwnDatabase } from "../../../tests/own-database";
import { openService } from "../../../tests/stand-in-service";
import { addWebhook } from "./add-webhook";
import { deliverWebhooks } from "./deliver-webhooks";
import { listDeliveries } from "./list-deliveries";
import { listWebhooks } from "./list-webhooks";
import { removeWebhook } from "./remove-webhook";
import { rotateWebhookSecret } from "./rotate-webhook-secret";
import { webhookEvents } from "./webhook";

// Whoever delivers, delivers for all tenants.
await openOwnDatabase();
const service = await openService();
process.env.GATEHOUSE_FETCH_ALLOW = service.host;
afterAll(() => service.close());
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);
let tenant: FreshTenant;

beforeEach(async () => {
  tenant = await freshTenant(product);
  service.received.length = 0;
  service.answer = async () => ({ status: 200 });
  // Password entered just now, wherever the clock stands.
  tenant.owner = { ...tenant.owner, signedInAt: product.now() };
});

const hook = (events: readonly string[] = webhookEvents, path = "/hook") =>
  addWebhook(tenant.owner, { url: `${service.url}${path}`, events: events as never });
const start = async () => {
  const body = { siteKey: tenant.siteKey, message: "Hello?" };
  return (await call(gateway, "POST", "/conversations", { body })).json();
};
const post = (id: string, rest: string, body: object) => call(gateway, "POST", `/conversations/${id}${rest}`, { body });
const mine = () => service.received.map(({ body }) => JSON.parse(body));
const log = async (webhookId: string) => listDeliveries(tenant.owner, { webhookId });
const headersOf = (i: number) => service.received[i]?.headers as Record<string, string>;

describe("a webhook", () => {
  test("is told of what happens, signed as Standard Webhooks has it", async () => {
    const { id, secret } = await hook();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    const { conversationId, message } = await start();
    await post(conversationId, "/feedback", { messageId: message.id, value: "positive" });
    await post(conversationId, "/escalate", { reason: "Please." });
    expect(await deliverWebhooks(product)).toBe(5);
    const told = mine().sort((a, b) => a.type.localeCompare(b.type));
    expect(told.map(({ type }) => type)).toEqual([
      "conversation.created",
      "conversation.escalated",
      "feedback.created",
      "message.created",
      "message.created",
    ]);
    expect(told[1].data).toEqual({ conversationId, reason: "Please.", email: null });
    expect(told.find(({ data }) => data.message?.role === "assistant").data).toEqual({ conversationId, message });
    for (const [i, { body }] of service.received.entries()) {
      expect(new Webhook(secret).verify(body, headersOf(i))).toMatchObject({ type: expect.any(String) });
      expect(() => new Webhook(secret).verify(body.replace("c_", "x_"), headersOf(i))).toThrow();
    }
    expect(new Set(service.received.map((_, i) => headersOf(i)["webhook-id"])).size).toBe(5);
    expect((await log(id)).map(({ status, attempts }) => [status, attempts])).toEqual(Array(5).fill(["delivered", 1]));
    expect(await deliverWebhooks(product)).toBe(0);
  });

  test("is told only what it asks for, and nothing that did not happen", async () => {
    await hook(["feedback.created"]);
    const { conversationId } = await start();
    await post(conversationId, "/feedback", { messageId: conversationId.replace("c_", "m_"), value: "positive" });
    expect(await deliverWebhooks(product)).toBe(0);
    const other = await freshTenant(product);
    await call(gateway, "POST", "/conversations", { body: { siteKey: other.siteKey, message: "Hello?" } });
    expect(await deliverWebhooks(product)).toBe(0);
  });

  test("that fails is tried again with growing pauses, under the same id, and given up after a day", async () => {
    const { id } = await hook(["conversation.created"]);
    service.answer = async () => ({ status: 503 });
    await start();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      expect(await deliverWebhooks(product)).toBe(1);
      const [row] = await log(id);
      expect(row).toMatchObject({ attempts: attempt, lastError: "The address answers 503." });
      expect(row?.status).toBe(attempt === 8 ? "failed" : "waiting");
      expect(await deliverWebhooks(product)).toBe(0);
      if (row?.nextAttemptAt) {
        pauses.push(Math.round((row.nextAttemptAt.getTime() - product.now()) / 1000));
        clock += row.nextAttemptAt.getTime() - product.now() + 1;
      }
    }
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(service.received.map((_, i) => headersOf(i)["webhook-id"])).size).toBe(1);
    expect(service.received).toHaveLength(8);
  });

  test("that says it is gone is believed; a redirect is not followed", async () => {
    const { id } = await hook(["conversation.created"]);
    service.answer = async () => ({ status: 302, location: `${service.url}/elsewhere` });
    await start();
    await deliverWebhooks(product);
    expect(service.received.map(({ path }) => path)).toEqual(["/hook"]);
    expect((await log(id))[0]).toMatchObject({ status: "waiting", lastError: "The address answers 302." });
    clock += 7000;
    service.answer = async () => ({ status: 410 });
    await deliverWebhooks(product);
    expect((await log(id))[0]).toMatchObject({ status: "failed", attempts: 2 });
  });

  test("never reaches a private address", async () => {
    const other = await openService();
    const { id } = await addWebhook(tenant.owner, { url: `${other.url}/hook`, events: ["conversation.created"] });
    await start();
    await deliverWebhooks(product);
    expect(other.received).toEqual([]);
    expect((await log(id))[0]).toMatchObject({
      status: "waiting",
      lastError: expect.stringMatching(/not read|public/),
    });
    other.close();
    await removeWebhook(tenant.owner, { id });
  });

  test("is one worker's at a time, and another's when that one died with it", async () => {
    await hook(["conversation.created"]);
    await start();
    let sent = await Promise.all([1, 2, 3, 4].map(() => deliverWebhooks(product)));
    expect(service.received).toHaveLength(1);
    await start();
    // Taken by a worker that never came back.
    await tenant.owner.database.transaction((tx) =>
      tx.webhookDelivery.updateMany({
        where: { status: "waiting" },
        data: { attempts: 1, nextAttemptAt: new Date(product.now() + 60_000) },
      }),
    );
    sent = [await deliverWebhooks(product)];
    expect(sent).toEqual([0]);
    clock += 61_000;
    expect(await deliverWebhooks(product)).toBe(1);
    expect(service.received).toHaveLength(2);
  });
});

describe("a webhook's secret", () => {
  test("is sealed, shown once, and signs beside the next one for a day", async () => {
    const { id, secret } = await hook(["conversation.created"]);
    const stored = await tenant.owner.database.transaction((tx) => tx.webhook.findFirstOrThrow());
    expect(stored.sealed).not.toContain(secret.slice(6));
    expect(JSON.stringify(await listWebhooks(tenant.owner))).not.toMatch(/whsec|sealed/);
    const next = await rotateWebhookSecret(tenant.owner, { id });
    expect(next.secret).not.toBe(secret);
    const verifies = async (key: string) => {
      service.received.length = 0;
      await start();
      await deliverWebhooks(product);
      try {
        // The package looks at the real clock.
        const headers = { ...headersOf(0) };
        const signature = new Webhook(key).sign(
          headers["webhook-id"] ?? "",
          new Date(Number(headers["webhook-timestamp"]) * 1000),
          service.received[0]?.body ?? "",
        );
        return headers["webhook-signature"]?.split(" ").includes(signature);
      } catch {
        return false;
      }
    };
    expect(await verifies(secret)).toBe(true);
    expect(await verifies(next.secret)).toBe(true);
    clock += 25 * 3600_000;
    expect(await verifies(secret)).toBe(false);
    expect(await verifies(next.secret)).toBe(true);
  });
});

describe("who manages webhooks", () => {
  test("is an admin who entered the password lately; another tenant's webhook is none", async () => {
    const { id } = await hook();
    const viewer = { ...tenant.owner, role: "agent" as const };
    const idle = { ...tenant.owner, signedInAt: 0 };
    const input = { url: service.url, events: ["message.created" as const] };
    await expect(addWebhook(viewer, input)).rejects.toMatchObject({ code: "scope_refused" });
    await expect(addWebhook(idle, input)).rejects.toMatchObject({ code: "recent_sign_in_required" });
    await expect(listWebhooks(viewer)).rejects.toMatchObject({ code: "scope_refused" });
    const stranger = { ...(await freshTenant(product)).owner, signedInAt: product.now() };
    await expect(removeWebhook(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(rotateWebhookSecret(stranger, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await listDeliveries(stranger, { webhookId: id })).toEqual([]);
    for (const url of ["ftp://example.com", "javascript:alert(1)", "x"])
      await expect(addWebhook(tenant.owner, { ...input, url })).rejects.toThrow();
    await removeWebhook(tenant.owner, { id });
    expect(await listWebhooks(tenant.owner)).toEqual([]);
  });
});

describe("a spike of refusals", () => {
  test("is told once, with what was refused most, whichever process refused it", async () => {
    await hook(["refusal.spike"]);
    const refuse = async (times: number, by = product) => {
      const { tenantId } = tenant;
      const event = {
        tenantId,
        reason: "origin_not_allowed",
        origin: "https://copy.example",
        detail: "",
        pageUrlHash: null,
      };
      for (let i = 0; i < times; i++) observations(by).refused(event);
      await flushObservations(by);
    };
    await refuse(60);
    // What a process remembers hangs on its product.
    await refuse(39, { ...product });
    expect(await deliverWebhooks(product)).toBe(0);
    await refuse(50);
    await refuse(500);
    expect(await deliverWebhooks(product)).toBe(1);
    expect(mine()[0]).toMatchObject({
      type: "refusal.spike",
      data: { atLeast: 100, refusals: [{ reason: "origin_not_allowed", origin: "https://copy.example", count: 50 }] },
    });
    clock += 120_000;
    await refuse(500);
    expect(await deliverWebhooks(product)).toBe(0);
  });
});
