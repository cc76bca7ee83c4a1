// Signing in with another site's account: only by an address that site has confirmed, and never around two-step sign-in.
import { randomBytes } from "node:crypto";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { admitAccount } from "@/core/account/account";
import { createUser } from "@/core/account/create-user";
import { signIn } from "@/core/account/sign-in";
import { signUp } from "@/core/account/sign-up";
import type { Product } from "@/core/product";
import { buildProduct } from "@/wiring";
import { violations } from "../console/look";
import { codeOf, turnTwoStepOn } from "../fresh-team";
import { openSignInSites } from "../stand-in-oauth";
import { openHouse } from "./house";

const sites = await openSignInSites();
for (const site of ["GITHUB", "GOOGLE"])
  Object.assign(process.env, {
    [`GATEHOUSE_${site}_ID`]: sites.client.id,
    [`GATEHOUSE_${site}_SECRET`]: sites.client.secret,
    [`GATEHOUSE_${site}_URL`]: sites.url,
  });
const house = openHouse();
const password = "a password of its own";
const device = { userAgent: "test", address: "::1" };
const fresh = () => `${randomBytes(6).toString("hex")}@example.com`;
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  product = buildProduct({ ...(await house.environment()), logLevel: "silent" });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: ["--disable-background-networking", "--disable-quic"],
  });
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  await product?.close();
  sites.close();
});

async function press(site: "GitHub" | "Google", from = "/sign-in") {
  await page.goto(`${house.url}${from}`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: `Go on with ${site}` }).click();
}
const signedInAs = async () => {
  const answer = await context.request.get(`${house.url}/api/trpc/account.me`);
  return (await answer.json()).result.data.json?.email;
};

test.each(["GitHub", "Google"] as const)(
  "%s: a confirmed address makes an account, and finds it again",
  async (site) => {
    sites.person = { email: fresh(), verified: true };
    await press(site, "/sign-up");
    await page.waitForURL(/welcome/);
    expect(await signedInAs()).toBe(sites.person.email);
    await context.clearCookies();
    await press(site);
    await page.waitForURL(/welcome/);
    const users = await product.database.directory((tx) => tx.user.findMany({ where: { email: sites.person.email } }));
    expect(users).toMatchObject([{ passwordHash: null, emailVerifiedAt: expect.any(Date) }]);
  },
);

test.each(["GitHub", "Google"] as const)("%s: an address nobody confirmed there opens nothing", async (site) => {
  const email = fresh();
  await createUser(product, { email, password });
  sites.person = { email, verified: false };
  await press(site);
  await page.getByText("no confirmed e-mail address").waitFor();
  expect(await signedInAs()).toBeUndefined();
});

test("who signed up with somebody's address and never confirmed it has no part in the account", async () => {
  const email = fresh();
  await signUp(product, { email, password }, device);
  sites.person = { email, verified: true };
  await press("GitHub");
  await page.waitForURL(/welcome/);
  expect(await signedInAs()).toBe(email);
  await expect(signIn(product, { email, password }, device)).rejects.toMatchObject({ code: "token_invalid" });
});

test("two-step sign-in is asked for, also after another site", async () => {
  const email = fresh();
  await createUser(product, { email, password });
  const { secret } = await signIn(product, { email, password }, device);
  const two = await turnTwoStepOn(await admitAccount(product, secret));
  sites.person = { email, verified: true };
  await press("Google");
  await page.getByLabel("Code").fill("000000");
  expect(await signedInAs()).toBeUndefined();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByText("This code is wrong").waitFor();
  expect(await signedInAs()).toBeUndefined();
  // The next code: each is good once, and turning it on took the present one.
  await page.getByLabel("Code").fill(codeOf(two?.seed ?? "", Date.now() + 30_000));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForURL(/welcome/);
  expect(await signedInAs()).toBe(email);
});

test("what was not begun in this browser is not ended in it", async () => {
  const answer = await fetch(`${house.url}/api/auth/callback/github?code=planted&state=planted`, {
    redirect: "manual",
  });
  expect(answer.headers.getSetCookie().join()).not.toContain("session-token=");
  await page.goto(`${house.url}/api/auth/callback/github?code=planted&state=planted`, { waitUntil: "networkidle" });
  await page.getByText("Signing in there did not work").waitFor();
  expect(await signedInAs()).toBeUndefined();
});

test("an account without a password proves itself where it signs in, and may set one", async () => {
  sites.person = { email: fresh(), verified: true };
  await press("GitHub");
  await page.waitForURL(/welcome/);
  const long = new Date(Date.now() - 20 * 60_000);
  await product.database.directory((tx) =>
    tx.memberSession.updateMany({ where: { user: { email: sites.person.email } }, data: { createdAt: long } }),
  );
  await page.goto(`${house.url}/account`, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Set one…" }).click();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Go on with GitHub" }).click();
  await page.waitForURL(/account/);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Set one…" }).click();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByText("Password changed").waitFor();
  await signIn(product, { email: sites.person.email, password }, device);
});
