// The contract's table of sentences, each provoked at the real gateway and read from the page.
import { afterAll, beforeAll, expect, test } from "vitest";
import { eraseConversation } from "@/core/conversation/erase-conversation";
import { updateModeration } from "@/core/moderation/update-moderation";
import { listOrigins } from "@/core/origin/list-origins";
import { removeOrigin } from "@/core/origin/remove-origin";
import { retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { disableSiteKey } from "@/core/site-key/disable-site-key";
import { listSiteKeys } from "@/core/site-key/list-site-keys";
import { updateTenant } from "@/core/tenant/update-tenant";
import { identityClaims, signJwt } from "../fresh-gateway";
import { type HttpsSite, startHttpsSite } from "../path/https-site";
import { answer, ask, openBrowser, page, script, shell, site, visit } from "./browser";
import { openRealGateway } from "./real-gateway";

const real = await openRealGateway(() => [site.origin, here("localhost"), `https://shop.example.test:${shop.port}`]);
openBrowser("--host-resolver-rules=MAP *.example.test 127.0.0.1");

const question = "How long do I have to return items?";
const quoted = "You can return an item within 45 days of the day it arrived.";
const here = (host: string) => site.origin.replace("127.0.0.1", host);
const headers = () => ({ origin: site.origin });
const tag = (attributes = "") =>
  `<script src="${site.origin}/widget/v1.js" data-site-key="${real.tenant.siteKey}" data-api-url="${real.origin}" ${attributes}></script>`;
let shop: HttpsSite;

beforeAll(async () => {
  shop = await startHttpsSite();
});
afterAll(() => shop?.close());

async function askAndSee(sentence: string) {
  const before = await page.locator(".message.assistant").count();
  await ask(question);
  await expect.poll(() => page.locator(".message.assistant").count()).toBeGreaterThan(before);
  await expect.poll(() => answer().textContent(), { timeout: 10_000 }).toContain(sentence);
}
const diagnosed = () => page.evaluate("Gatehouse.diagnose().code");

test("network: the server stopped; it goes on when it is back", async () => {
  await visit(tag());
  await askAndSee(quoted);
  await real.stop();
  try {
    await askAndSee("Unable to connect to chat service. Please check your internet connection.");
  } finally {
    await real.start();
  }
  await answer().getByRole("button", { name: "Try again" }).click();
  await answer().getByText(quoted).waitFor();
});

test("origin_not_allowed: the origin was taken off the list in the middle of a conversation", async () => {
  await visit(tag());
  await askAndSee(quoted);
  const listed = (await listOrigins(real.tenant.owner)).find(({ pattern }) => pattern === site.origin);
  await removeOrigin(real.tenant.owner, { id: listed?.id ?? "" });
  await real.until(403, `/widget?siteKey=${real.tenant.siteKey}`, { headers: headers() });
  await askAndSee("This domain is not authorized to use this chat service.");
  expect(await diagnosed()).toBe("origin_not_allowed");
});

test("https_required: a page over plain http, and localhost once development origins are off", async () => {
  const address = new URL(site.page(shell(tag())));
  await page.goto(here("shop.example.test") + address.pathname);
  await page.locator(".launcher").click();
  await page.locator(".warning").getByText("This chat service requires a secure connection (HTTPS).").waitFor();
  await askAndSee("This chat service requires a secure connection (HTTPS).");
  expect(await diagnosed()).toBe("https_required");
  await updateTenant(real.tenant.owner, { developmentOrigins: false });
  await real.until(403, `/widget?siteKey=${real.tenant.siteKey}`, { headers: headers() });
  await visit(tag());
  await askAndSee("This chat service requires a secure connection (HTTPS).");
});

test("over https it answers", async () => {
  shop.body = tag();
  await page.goto(`https://shop.example.test:${shop.port}`);
  await askAndSee(quoted);
});

test("origin_mismatch: a session's token carried to another origin; refreshing the page mends it", async () => {
  await visit(tag(`data-use-jwt="true"`));
  await askAndSee(quoted);
  const held = await page.evaluate(() => ({ ...sessionStorage }));
  const elsewhere = here("localhost") + new URL(page.url()).pathname;
  await page.goto(elsewhere);
  await page.evaluate((stolen) => Object.assign(sessionStorage, stolen), held);
  await page.reload();
  await askAndSee("Session security error. Please refresh the page.");
  expect(await diagnosed()).toBe("origin_mismatch");
  await page.reload();
  await page.locator(".launcher").click();
  await askAndSee(quoted);
});

test("conversation_not_found: an erased conversation is begun anew by itself", async () => {
  await visit(tag());
  await askAndSee(quoted);
  const conversationId = String(await page.evaluate("Gatehouse.getConversationId()"));
  await eraseConversation(real.tenant.owner, { conversationId });
  await askAndSee(quoted);
  expect(await page.locator(".note").textContent()).toBe("Conversation expired. Starting a new conversation.");
  expect(await page.locator(".failure").count()).toBe(0);
  expect(await page.evaluate("Gatehouse.getConversationId()")).not.toBe(conversationId);
});

test("site_key_invalid: the site key was disabled", async () => {
  await visit(tag());
  await askAndSee(quoted);
  const [key] = await listSiteKeys(real.tenant.owner);
  await disableSiteKey(real.tenant.owner, { id: key?.id ?? "" });
  await real.until(404, `/widget?siteKey=${real.tenant.siteKey}`, { headers: headers() });
  await page.evaluate("sessionStorage.clear()");
  await page.reload();
  await askAndSee("Chat service is currently unavailable.");
  expect(await diagnosed()).toBe("site_key_invalid");
});

test("token_expired: tokens of a retired secret, and a refresh that fails", async () => {
  const { tenantId, owner, jwtSecret, kid } = real.tenant;
  const old = signJwt(identityClaims(tenantId), jwtSecret);
  await visit(
    `${script}<script>
      window.refreshed = 0;
      window.renew = async () => { window.refreshed++; return "${old}" };
      Gatehouse.init({ siteKey: "${real.tenant.siteKey}", apiUrl: "${real.origin}", jwt: "${old}", onTokenRefresh: () => renew() });
    </script>`,
  );
  await askAndSee(quoted);
  const { jwtSecret: secret } = await rotateSigningSecret(owner, { overlapDays: 7 });
  await retireSigningSecret(owner, { kid });
  const conversationId = await page.evaluate("Gatehouse.getConversationId()");
  const authorization = `Bearer ${old}`;
  await real.until(401, `/conversations/${conversationId}`, { headers: { ...headers(), authorization } });
  await askAndSee("Session expired. Please try again.");
  expect(await page.evaluate("refreshed")).toBe(1);
  await page.evaluate("window.renew = () => Promise.reject(new Error('signed out'))");
  await askAndSee("Session expired. Please try again.");
  expect(await diagnosed()).toBe("token_expired");
  await page.evaluate(
    (fresh) => Object.assign(window, { renew: () => fresh }),
    signJwt(identityClaims(tenantId), secret),
  );
  await askAndSee(quoted);
});

test("moderation: the gateway's own message, and the conversation goes on", async () => {
  await updateModeration(real.tenant.owner, { words: ["rutabaga"] });
  await visit(tag());
  await ask("You rutabaga!");
  await expect
    .poll(() => answer().textContent())
    .toContain("I cannot help with that as it is worded. Please put your question another way, and I will gladly try.");
  expect(await page.locator(".failure").count()).toBe(0);
  const conversationId = await page.evaluate("Gatehouse.getConversationId()");
  await askAndSee(quoted);
  expect(await page.evaluate("Gatehouse.getConversationId()")).toBe(conversationId);
});

test("500: a proxy in front fails, readable or not", async () => {
  await visit(tag());
  await askAndSee(quoted);
  const html = "<h1>Bad gateway</h1>";
  real.proxy = { status: 500, html, headers: { "access-control-allow-origin": "*" } };
  await askAndSee("An error occurred. Please try again later.");
  real.proxy = { status: 502, html, headers: { "access-control-allow-origin": "*" } };
  await askAndSee("An error occurred. Please try again later.");
  // Without CORS a browser tells no refusal from no connection.
  real.proxy = { status: 500, html };
  await askAndSee("Unable to connect to chat service. Please check your internet connection.");
  real.proxy = null;
  await answer().getByRole("button", { name: "Try again" }).click();
  await answer().getByText(quoted).waitFor();
});
