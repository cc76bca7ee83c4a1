// The whole path, as a customer and a visitor walk it: from signing up to a cited answer on another origin.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse } from "./house";
import { type HttpsSite, startHttpsSite } from "./https-site";

const house = openHouse();
const artifacts = path.join(import.meta.dirname, "../artifacts");
const email = "owner@example.com";
const password = "a password for this path";
const returns = "# Returns\n\n## How long you have\n\nYou can return an item within 45 days of the day it arrived.";

let browser: Browser;
let page: Page;
let shop: HttpsSite;
let tenantPath: string;
let snippet: string;

beforeAll(async () => {
  mkdirSync(artifacts, { recursive: true });
  shop = await startHttpsSite();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: [
      "--disable-background-networking",
      "--disable-quic",
      "--host-resolver-rules=MAP *.example.test 127.0.0.1",
      // A public site that calls this machine asks its visitor first; here the gateway only stands in for a public one.
      "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessForSubresources,PrivateNetworkAccessSendPreflights",
    ],
  });
  page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
});
afterAll(async () => {
  await browser?.close();
  shop?.close();
});

const shoot = (name: string, of: Page = page) => of.screenshot({ path: path.join(artifacts, `${name}.png`) });
const origin = (name: string) => `https://${name}.example.test:${shop.port}`;

/** Opens the shop's page under a name, in a browser that knows nothing of the console. */
async function visit(name: string): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 860 } });
  const visitor = await context.newPage();
  await visitor.goto(origin(name));
  await visitor.getByRole("button", { name: /open|chat|help/i }).click();
  return visitor;
}

async function ask(visitor: Page, question: string): Promise<void> {
  await visitor.getByRole("textbox").fill(question);
  await visitor.keyboard.press("Enter");
}

test("signs up, confirms the address by the link, and is signed in", async () => {
  await page.goto(`${house.url}/sign-up`, { waitUntil: "networkidle" });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect.poll(() => page.getByRole("alert").first().textContent()).toContain("at least 10 characters");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("link", { name: "Open the confirmation link" }).click();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await page.waitForURL(/welcome/);
  await page.waitForLoadState("networkidle");
});

test("names a tenant; its secret is shown exactly once", async () => {
  await page.getByLabel("Name").fill("Example Shop");
  await page.getByLabel(/addresses/).fill("https://*.github.io");
  await page.getByRole("button", { name: "Create tenant" }).click();
  await expect.poll(() => page.getByRole("alert").first().textContent()).toContain("github.io");
  await page.getByLabel(/addresses/).fill("https://www.example.com");
  await page.getByRole("button", { name: "Create tenant" }).click();
  const secret = (await page.getByTestId("GATEHOUSE_JWT_SECRET").textContent()) ?? "";
  const tenantId = (await page.getByTestId("GATEHOUSE_TENANT_ID").textContent()) ?? "";
  expect(secret.trim()).toMatch(/^ghs_.{40,}$/);
  expect((await page.getByTestId("GATEHOUSE_SITE_KEY").textContent())?.trim()).toMatch(/^pub_exampleshop_/);
  await shoot("secret-once");
  await page.getByLabel("I stored it where only my server reads it").check();
  await page.getByRole("button", { name: "Go to the console" }).click();
  await page.waitForURL(new RegExp(tenantId.trim()));
  tenantPath = `${house.url}/${tenantId.trim()}`;
  await page.goto(`${tenantPath}/keys`, { waitUntil: "networkidle" });
  expect(await page.content()).not.toContain(secret.trim());
  expect(await page.content()).toContain(secret.trim().slice(-4));
});

test("allows the shop's origin and gives knowledge", async () => {
  await page.goto(`${tenantPath}/origins`, { waitUntil: "networkidle" });
  await page.getByLabel("Add an origin").fill(origin("shop"));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText(origin("shop"), { exact: true }).waitFor();
  await shoot("origins");

  await page.goto(`${tenantPath}/knowledge`, { waitUntil: "networkidle" });
  await page.getByRole("tab", { name: "Text or markdown" }).click();
  await page.getByLabel("Title").fill("Returns");
  await page.getByLabel("Text", { exact: true }).fill(returns);
  await page.getByLabel(/Where visitors can read it/).fill("https://www.example.com/returns");
  await page.getByRole("button", { name: "Add text" }).click();
  await page.getByRole("link", { name: "Returns" }).waitFor();
  await shoot("knowledge");
});

test("copies the snippet; on another origin, over HTTPS, a visitor gets a cited answer", async () => {
  await page.goto(`${tenantPath}/install`, { waitUntil: "networkidle" });
  snippet = ((await page.locator("pre code").first().textContent()) ?? "").trim();
  expect(snippet).toMatch(
    /^<script src="http:\/\/localhost:\d+\/widget\/v1\.js" data-site-key="pub_\w+" defer><\/script>$/,
  );
  await shoot("install");
  shop.body = snippet;

  const visitor = await visit("shop");
  await ask(visitor, "How long do I have to return items?");
  await visitor.getByText("You can return an item within 45 days of the day it arrived.").first().waitFor();
  await visitor
    .getByRole("button", { name: /Returns/ })
    .first()
    .click();
  const source = visitor.getByRole("link", { name: /example\.com|Returns|source/i }).first();
  expect(await source.getAttribute("href")).toBe("https://www.example.com/returns#how-long-you-have");
  await shoot("cited-answer", visitor);
  await ask(visitor, "Who is the president of France?");
  await visitor.getByText("I don’t know").first().waitFor();
  await visitor.context().close();

  await page.goto(`${tenantPath}/conversations`, { waitUntil: "networkidle" });
  await page.getByText("How long do I have to return items?").click();
  await page.getByText("With evidence").waitFor();
  await shoot("conversation");
});

test("the same page under an unlisted name is refused in words, and the refusal is on record", async () => {
  const visitor = await visit("copycat");
  await ask(visitor, "How long do I have to return items?");
  await visitor.getByText("This domain is not authorized to use this chat service.").first().waitFor();
  await shoot("refused", visitor);
  await visitor.context().close();

  await page.goto(`${tenantPath}/refusals`, { waitUntil: "networkidle" });
  await page.getByText(origin("copycat")).waitFor();
  expect(await page.getByText("origin_not_allowed").count()).toBeGreaterThan(0);
  await shoot("refusals");
  await page.getByRole("button", { name: "Allow this origin" }).click();
  await page.getByText("Allowed now").waitFor();
  const again = await visit("copycat");
  await ask(again, "How long do I have to return items?");
  await again.getByText("You can return an item within 45 days of the day it arrived.").first().waitFor();
  await again.context().close();
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
  expect(page.url()).toContain("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.keyboard.press("Enter");
  await page.getByText(/password is wrong/i).waitFor();
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/ten_/);
  const foreign = await page.goto(`${house.url}/ten_${"0".repeat(22)}/keys`);
  expect(foreign?.status()).toBe(404);
});
