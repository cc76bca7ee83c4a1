// The whole path, as a customer and a visitor walk it: from signing up to a cited answer on another origin.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCustomerSite } from "./customer-site";
import { openHouse } from "./house";
import { type HttpsSite, startHttpsSite } from "./https-site";
import { ask, launchBrowser, visitPage } from "./visitors";

const site = await openCustomerSite();
const house = openHouse({ GATEHOUSE_FETCH_ALLOW: site.host, GATEHOUSE_CRAWL_PAUSE_MS: "100" });
const owner = { email: "owner@example.com", password: "a password for this path" };
let began = 0;

let browser: Browser;
let page: Page;
let shop: HttpsSite;
let tenantPath: string;

beforeAll(async () => {
  shop = await startHttpsSite();
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
});
afterAll(async () => {
  await browser?.close();
  shop?.close();
  site.close();
});

const artifacts = `${import.meta.dirname}/../artifacts`;
const shoot = (name: string, of: Page = page) => of.screenshot({ path: `${artifacts}/${name}.png` });
const origin = (name: string) => `https://${name}.example.test:${shop.port}`;
const visit = (name: string) => visitPage(browser, origin(name));

test("signs up, confirms the address by the link, and is signed in", async () => {
  began = performance.now();
  await page.goto(`${house.url}/sign-up`, { waitUntil: "networkidle" });
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect.poll(() => page.getByRole("alert").first().textContent()).toContain("at least 10 characters");
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("link", { name: "Open the confirmation link" }).click();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await page.waitForURL(/welcome/);
  await page.waitForLoadState("networkidle");
});

test("pastes the site’s address: what it says of itself is proposed, and everything can be changed", async () => {
  await page.getByLabel("Your site’s address").fill("https://127.0.0.1:1");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("We could not read it").waitFor();
  await page.getByLabel("Your site’s address").fill(site.host);
  await page.getByRole("button", { name: "Look again" }).click();
  await page.getByRole("region", { name: "What we found" }).waitFor();
  await page.getByText("3 pages in its sitemap").waitFor();
  expect(await page.getByLabel("Name").inputValue()).toBe("Example Shop");
  expect(await page.getByLabel("Widget colour", { exact: true }).inputValue()).toBe("#7a1f4a");
  expect(await page.getByLabel("Site 1", { exact: true }).inputValue()).toBe(site.url);
  await shoot("site-seen");
  await page.getByRole("button", { name: "Add another" }).click();
  await page.getByLabel("Site 2", { exact: true }).fill("https://*.github.io");
  await page.getByRole("button", { name: "Create tenant" }).click();
  await expect.poll(() => page.getByRole("alert").first().textContent()).toContain("github.io");
  await page.getByLabel("Site 2", { exact: true }).fill(origin("shop"));
  await page.getByRole("button", { name: "Create tenant" }).click();
});

test("knowledge comes at once and live; a question gets a cited answer before any model key", async () => {
  const sources = page.getByRole("list", { name: "Sources" });
  await sources.getByText(/[1-3] pages? read/).waitFor();
  await sources.getByText("3 pages read").waitFor();
  await sources.getByText("Ready").waitFor();
  await page.getByLabel("Question").fill("How long do I have to return items?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  const evidence = page.getByRole("list", { name: "Evidence" });
  await evidence.waitFor();
  expect(await evidence.textContent()).toContain("You can return an item within 45 days of the day it arrived.");
  expect(await evidence.getByRole("link").first().getAttribute("href")).toContain(`${site.url}/returns`);
  await shoot("first-answer");
});

test("the secret is shown exactly once", async () => {
  await page.getByRole("button", { name: "Continue to keys" }).click();
  const secret = (await page.getByTestId("GATEHOUSE_JWT_SECRET").textContent()) ?? "";
  const tenantId = (await page.getByTestId("GATEHOUSE_TENANT_ID").textContent()) ?? "";
  expect(secret.trim()).toMatch(/^ghs_.{40,}$/);
  expect((await page.getByTestId("GATEHOUSE_SITE_KEY").textContent())?.trim()).toMatch(/^pub_exampleshop_/);
  await shoot("secret-once");
  await page.getByLabel("I stored it where only my server reads it").check();
  await page.getByRole("button", { name: "Continue to install" }).click();
  tenantPath = `${house.url}/${tenantId.trim()}`;
  await page.waitForURL(`${tenantPath}/install`);
  // In a tab of its own: the install page goes on waiting.
  const keys = await page.context().newPage();
  await keys.goto(`${tenantPath}/keys`, { waitUntil: "networkidle" });
  expect(await keys.content()).not.toContain(secret.trim());
  expect(await keys.content()).toContain(secret.trim().slice(-4));
  await keys.close();
});

test("the install page waits, and sees the first page that comes, without being loaded anew", async () => {
  await page.getByText("Waiting for the first request from your site…").waitFor();
  const snippet = ((await page.locator("pre code").first().textContent()) ?? "").trim();
  expect(snippet).toMatch(
    /^<script src="http:\/\/localhost:\d+\/widget\/v1\.js" data-site-key="pub_\w+" defer><\/script>$/,
  );
  await shoot("install");
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  shop.body = snippet;

  const visitor = await visit("shop");
  const seen = page.getByRole("status").filter({ hasText: origin("shop") });
  await seen.getByText(/^Widget \d+\.\d+\.\d+$/).waitFor();
  expect(await page.getByText("Waiting for the first request").count()).toBe(0);
  await shoot("seen");

  await ask(visitor, "How long do I have to return items?");
  await visitor.getByText("You can return an item within 45 days of the day it arrived.").first().waitFor();
  await visitor
    .getByRole("button", { name: /Returns/ })
    .first()
    .click();
  const source = visitor.getByRole("link", { name: /127\.0\.0\.1|Returns|source/i }).first();
  expect(await source.getAttribute("href")).toBe(`${site.url}/returns#how-long-you-have`);
  await shoot("cited-answer", visitor);
  expect(performance.now() - began, "from signing up to a cited answer on another site").toBeLessThan(120_000);
  await ask(visitor, "Who is the president of France?");
  await visitor.getByText("I don’t know").first().waitFor();
  await visitor.context().close();
});

test("a page whose own policy forbids the widget to connect is told of, and mended", async () => {
  shop.policy = `default-src 'none'; script-src ${house.url}; img-src ${house.url}`;
  const visitor = await visit("shop");
  await visitor.getByText("Unable to connect to chat service.").first().waitFor();
  await page.getByText("The page’s own Content Security Policy keeps the widget from us").waitFor();
  expect(await page.getByRole("status").getByText("connect-src", { exact: true }).count()).toBe(1);
  await shoot("policy-trouble");
  await visitor.context().close();
  shop.policy += `; connect-src ${house.url}`;
  const again = await visit("shop");
  await page.getByText("The page’s own Content Security Policy keeps the widget from us").waitFor({ state: "hidden" });
  await again.context().close();
  shop.policy = "";
});

test("a site that is not on the list is refused in words, and appears on the install page with Allow", async () => {
  const visitor = await visit("copycat");
  await ask(visitor, "How long do I have to return items?");
  await visitor.getByText("This domain is not authorized to use this chat service.").first().waitFor();
  await shoot("refused", visitor);
  await visitor.context().close();

  const stranger = page.getByRole("listitem").filter({ hasText: `${origin("copycat")} was refused` });
  await stranger.getByRole("button", { name: /^Allow/ }).click();
  await stranger.waitFor({ state: "hidden" });
  const again = await visit("copycat");
  await page.getByRole("status").getByText(origin("copycat")).waitFor();
  expect(await page.evaluate(() => Reflect.get(window, "stayed"))).toBe(true);
  await ask(again, "How long do I have to return items?");
  await again.getByText("You can return an item within 45 days of the day it arrived.").first().waitFor();
  await again.context().close();
});

test("what was asked is a conversation, and what was refused is on record", async () => {
  // The list stays connected: the network is never idle there.
  await page.goto(`${tenantPath}/conversations`);
  await page.getByText("How long do I have to return items?").first().click();
  await page.getByRole("list", { name: "Evidence" }).first().waitFor();
  await shoot("conversation");
  await page.goto(`${tenantPath}/refusals`, { waitUntil: "networkidle" });
  await page.getByText(origin("copycat")).waitFor();
  expect(await page.getByText("origin_not_allowed").count()).toBeGreaterThan(0);
  await shoot("refusals");
});

test("signs out and in again; a stranger's tenant is a page that does not exist", async () => {
  await page.goto(`${house.url}/account`, { waitUntil: "networkidle" });
  await page.getByText("This browser", { exact: false }).first().waitFor();
  await page
    .getByRole("button", { name: /sign out/i })
    .first()
    .click();
  await page.waitForURL(/sign-in/);
  await page.goto(`${tenantPath}/keys`, { waitUntil: "networkidle" });
  expect(page.url()).toContain("/sign-in?next=");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password").fill("not the password");
  await page.keyboard.press("Enter");
  await page.getByText(/password is wrong/i).waitFor();
  await page.getByLabel("Password").fill(owner.password);
  await page.keyboard.press("Enter");
  // To the page that was asked for.
  await page.waitForURL(`${tenantPath}/keys`);
  const foreign = await page.goto(`${house.url}/ten_${"0".repeat(22)}/keys`);
  expect(foreign?.status()).toBe(404);
});
