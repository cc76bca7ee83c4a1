import { expect, test } from "vitest";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { listConversations } from "../conversation/list-conversations";
import { eraseOld } from "../maintenance/erase-old";
import { addTextSource } from "../source/add-text-source";
import { addWebhook } from "../webhook/add-webhook";
import { listDeliveries } from "../webhook/list-deliveries";
import { resendDelivery } from "../webhook/resend-delivery";
import { testWebhook } from "../webhook/test-webhook";
import { getProofs } from "./get-proofs";
import { getTenant } from "./get-tenant";
import { updateTenant } from "./update-tenant";
import { UpdateWidget, updateWidget } from "./update-widget";

const DAY_MS = 24 * 3600_000;
let ahead = 0;
const product = freshProduct(() => Date.now() + ahead);
const gateway = freshGateway(product);

const ask = (siteKey: string, message: string) =>
  call(gateway, "POST", "/conversations", { body: { siteKey, message } });

test("what visitors must prove is changed by who signed in a moment ago", async () => {
  const { owner } = await freshTenant(product);
  const stale = { ...owner, signedInAt: product.now() - 11 * 60_000 };
  await expect(updateTenant(stale, { demand: "identity" })).rejects.toMatchObject({ code: "recent_sign_in_required" });
  await expect(updateTenant(stale, { demandReportOnly: true })).rejects.toMatchObject({
    code: "recent_sign_in_required",
  });
  await updateTenant(stale, { name: "Renamed" });
  await updateTenant(owner, { demand: "session" });
});

test("the widget is told of its settings, and a tenant without citations gives none", async () => {
  const { owner, siteKey } = await freshTenant(product);
  await updateWidget(owner, { widget: { title: "Ask us", consentText: "We keep what you write.", escalation: false } });
  await updateWidget(owner, { widget: { launcherColor: "#aa0000", citations: false } });
  const told = await (await call(gateway, "GET", `/widget?siteKey=${siteKey}`)).json();
  expect(told).toMatchObject({
    title: "Ask us",
    consentText: "We keep what you write.",
    launcherColor: "#aa0000",
    features: { escalation: false, citations: false, uploads: false, feedback: true },
  });
  await expect(updateWidget({ ...owner, role: "agent" }, { widget: {} })).rejects.toMatchObject({
    code: "scope_refused",
  });
  const source = { title: "Delivery", text: "# Delivery\n\nDelivery takes two to four working days." };
  await addTextSource(owner, source);
  const { message } = await (await ask(siteKey, "How long does delivery take?")).json();
  expect(message).toMatchObject({ grounded: true, citations: [] });
});

test("the widget's language is one it speaks; the snippets say it, the gateway does not", async () => {
  const { owner, siteKey } = await freshTenant(product);
  const stored = async () => (await getTenant(owner)).widget.locale;
  expect(await stored()).toBeNull();
  await updateWidget(owner, { widget: { locale: "de" }, seen: { locale: null } });
  expect(await stored()).toBe("de");
  await expect(updateWidget(owner, { widget: { locale: "fr" }, seen: { locale: null } })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(UpdateWidget.safeParse({ widget: { locale: "tlh" } }).success).toBe(false);
  expect(await (await call(gateway, "GET", `/widget?siteKey=${siteKey}`)).json()).not.toHaveProperty("locale");
  await updateWidget(owner, { widget: { locale: null } });
  expect(await stored()).toBeNull();
});

test("conversations are kept as long as the tenant says, and no longer", async () => {
  const [short, ever] = await Promise.all([freshTenant(product), freshTenant(product)]);
  await updateTenant(short.owner, { retentionDays: 30 });
  await ask(short.siteKey, "Hello?");
  await ask(ever.siteKey, "Hello?");
  await eraseOld(product);
  expect((await listConversations(short.owner)).conversations).toHaveLength(1);
  expect(await getProofs(short.owner)).toMatchObject({ conversations: 1, identified: 0 });
  ahead = 31 * DAY_MS;
  expect(await eraseOld(product)).toBeGreaterThan(0);
  expect((await listConversations(short.owner)).conversations).toHaveLength(0);
  expect((await listConversations(ever.owner)).conversations).toHaveLength(1);
  ahead = 0;
});

test("a webhook is sent a test, and a delivery once more under its id", async () => {
  const { owner } = await freshTenant(product);
  const { id } = await addWebhook(owner, { url: "https://www.example.com/hook", events: ["message.created"] });
  const { deliveryId } = await testWebhook(owner, { id });
  await owner.database.transaction((tx) =>
    tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { status: "failed", attempts: 8, nextAttemptAt: null },
    }),
  );
  await resendDelivery(owner, { id: deliveryId });
  const [row] = await listDeliveries(owner, { webhookId: id });
  expect(row).toMatchObject({ id: deliveryId, event: "webhook.test", status: "waiting", attempts: 0 });
  expect(row?.nextAttemptAt).not.toBeNull();
});
