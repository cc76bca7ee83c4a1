// From nobody to somebody in the middle of a conversation, at the real gateway.
import { expect, test } from "vitest";
import { updateWidget } from "@/core/tenant/update-widget";
import { identityClaims, signJwt } from "../fresh-gateway";
import { answer, ask, openBrowser, page, site, visit } from "./browser";
import { openRealGateway } from "./real-gateway";

const real = await openRealGateway(() => [site.origin]);
openBrowser();

const question = "How long do I have to return items?";
const quoted = "You can return an item within 45 days";
const tag = () =>
  `<script src="${site.origin}/widget/v1.js" data-site-key="${real.tenant.siteKey}" data-api-url="${real.origin}"></script>`;
const conversationId = () => page.evaluate("Gatehouse.getConversationId()");
const signIn = (userId: string) =>
  page.evaluate(
    (jwt) => Reflect.get(window, "Gatehouse").identify({ jwt }),
    signJwt({ ...identityClaims(real.tenant.tenantId), userId }, real.tenant.jwtSecret),
  );

async function askAnd(sentence: string) {
  const before = await page.locator(".message.assistant").count();
  await ask(question);
  await expect.poll(() => page.locator(".message.assistant").count()).toBeGreaterThan(before);
  await expect.poll(() => answer().textContent(), { timeout: 10_000 }).toContain(sentence);
}

const read = (id: unknown, jwt?: string) =>
  fetch(`${real.origin}/api/v1/conversations/${id}?siteKey=${real.tenant.siteKey}`, {
    headers: { origin: site.origin, ...(jwt ? { authorization: `Bearer ${jwt}` } : {}) },
  });

test("where the tenant lets conversations go along, the user goes on with theirs, and nobody else can", async () => {
  await updateWidget(real.tenant.owner, { widget: { carryOver: true } });
  await visit(tag());
  await askAnd(quoted);
  const begun = await conversationId();
  await signIn("usr_1");
  await askAnd(quoted);
  expect(await conversationId()).toBe(begun);
  expect(await page.locator(".bubble").count()).toBe(2);
  expect(await page.locator(".note").count()).toBe(0);
  const claims = identityClaims(real.tenant.tenantId);
  const jwt = (userId: string) => signJwt({ ...claims, userId }, real.tenant.jwtSecret);
  expect((await read(begun, jwt("usr_1"))).status).toBe(200);
  expect((await read(begun, jwt("usr_2"))).status).toBe(404);
  expect((await read(begun)).status).toBe(404);
  // Another user of the same page begins with nothing.
  await signIn("usr_2");
  await expect.poll(() => page.locator(".message").count()).toBe(0);
  await askAnd(quoted);
  expect(await conversationId()).not.toBe(begun);
});

test("usually a new conversation begins with the user; what was said before stays nobody's", async () => {
  await visit(tag());
  await askAnd(quoted);
  const begun = await conversationId();
  await signIn("usr_1");
  await askAnd(quoted);
  expect(await conversationId()).not.toBe(begun);
  expect(await page.locator(".note").textContent()).toBe("Conversation expired. Starting a new conversation.");
  expect((await read(begun)).status).toBe(200);
});
