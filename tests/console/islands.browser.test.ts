// Pages that anybody may open come without Next: their forms are awake by one small script, and wait for it.
import type { BrowserContext, Page, Request } from "playwright";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createUser } from "@/core/account/create-user";
import { openDesk, PASSWORD } from "./desk";

const desk = openDesk();
const email = "islander@example.com";
const ISLANDS = "**/_next/static/islands/*.js";
let context: BrowserContext;
let page: Page;
let asked: Request[];
beforeEach(async () => {
  context = await desk.browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  asked = [];
  page.on("request", (request) => asked.push(request));
});
afterEach(() => context.close());

const paths = (type: string) =>
  asked.filter((one) => one.resourceType() === type).map((one) => new URL(one.url()).pathname);
const posts = (end: string) => asked.filter((one) => one.method() === "POST" && one.url().endsWith(end)).length;
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("autocomplete"));

/** Opens a page whose script stays away until what is returned is called. */
async function openAsleep(path: string): Promise<() => void> {
  let wake = () => {};
  const awaited = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(ISLANDS, (route) => awaited.then(() => route.continue()));
  await page.goto(desk.url + path, { waitUntil: "commit" });
  await page.locator("body > script[data-own]").waitFor({ state: "attached" });
  return wake;
}

test.each([
  "/sign-in",
  "/sign-in?two-step=1",
  "/sign-up",
  "/reset",
  "/verify",
  "/confirm-email",
  "/demo",
  "/demo/help",
])("%s loads one script of ours, and none of Next's", async (path) => {
  await page.goto(desk.url + path, { waitUntil: "networkidle" });
  const scripts = paths("script").filter((script) => !script.startsWith("/widget/"));
  expect(scripts).toEqual([expect.stringMatching(/^\/_next\/static\/islands\/(account|shop)-\w+\.js$/)]);
});

test("what is typed and sent before the script is there waits for it; no password is in an address", async () => {
  await createUser(desk.product, { email, password: PASSWORD });
  const wake = await openAsleep("/sign-in");
  await expect.poll(focused).toBe("username");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.locator("form[data-held]").waitFor();
  expect(page.url()).toBe(`${desk.url}/sign-in`);
  wake();
  await page.waitForURL(/\/(console|welcome)/);
  expect(posts("/callback/password")).toBe(1);
  expect(asked.map((one) => one.url()).filter((url) => url.includes("password="))).toEqual([]);
});

test("where no script runs at all, no password is in an address either", async () => {
  const bare = await desk.browser.newContext({ javaScriptEnabled: false });
  const form = await bare.newPage();
  for (const path of ["/sign-in", "/sign-up", "/reset?token=a"]) {
    await form.goto(desk.url + path);
    await form.locator("input[type=password]").fill("a password that is mine");
    const [sent] = await Promise.all([form.waitForRequest(desk.url + path), form.keyboard.press("Enter")]);
    expect([sent.method(), sent.url()]).toEqual(["POST", desk.url + path]);
  }
  await bare.close();
});

test("the same field has the focus and the same words when the script comes, and nothing moves", async () => {
  const wake = await openAsleep("/sign-up");
  const outline = () =>
    page.locator("[data-island] :is(input, button, label, p)").evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [one.tagName, one.id, one.getAttribute("aria-describedby"), x, y, width, height];
      }),
    );
  await page.getByLabel("Password").fill("a password");
  const before = await outline();
  const loaded = page.waitForEvent("domcontentloaded");
  wake();
  await loaded;
  expect(await outline()).toEqual(before);
  expect(await focused()).toBe("new-password");
  expect(await page.getByLabel("Password").inputValue()).toBe("a password");
});

test("while a form is on its way it is busy, and a second press is none", async () => {
  let answer = () => {};
  const awaited = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/trpc/account.signUp", (route) => awaited.then(() => route.continue()));
  await page.goto(`${desk.url}/sign-up`);
  await page.getByLabel("E-mail").fill("twice@example.com");
  await page.getByLabel("Password").fill("short");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const button = page.getByRole("button", { name: "Create account" });
  expect(await button.isDisabled()).toBe(true);
  expect(await button.getAttribute("aria-busy")).toBe("true");
  answer();
  const error = page.getByRole("main").getByRole("alert");
  await error.waitFor();
  expect(await page.getByLabel("Password").getAttribute("aria-describedby")).toBe(await error.getAttribute("id"));
  expect(await page.getByLabel("Password").getAttribute("aria-invalid")).toBe("true");
  expect(posts("/account.signUp")).toBe(1);
  expect(await button.isEnabled()).toBe(true);
});

test("who comes by a link from a page with Next gets the same form", async () => {
  const member = await desk.enter({ viewport: { width: 1280, height: 900 } });
  const inside = await member.newPage();
  await inside.goto(`${desk.url}/account`, { waitUntil: "networkidle" });
  await inside.evaluate(() => Reflect.set(window, "stayed", true));
  await member.clearCookies();
  await inside.getByRole("link", { name: "Gatehouse" }).click();
  await inside.getByRole("link", { name: "Sign in" }).first().click();
  await inside.getByLabel("E-mail").fill("owner@example.com");
  await inside.getByLabel("Password").fill(PASSWORD);
  expect(await inside.evaluate(() => Reflect.get(window, "stayed"))).toBe(true);
  await inside.getByRole("button", { name: "Sign in", exact: true }).click();
  await inside.waitForURL(new RegExp(desk.tenantId));
  await member.close();
});

// Those that are not found are drawn by Next's scripts.
test.each(["/sign-in", "/invitation/nothing", "/docs/errors/nothing"])(
  "the colour scheme is pinned on %s, and stays",
  async (path) => {
    await page.goto(desk.url + path);
    const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    const dark = page.getByRole("button", { name: "Dark", exact: true });
    await dark.click();
    await expect.poll(scheme).toBe("dark");
    await expect.poll(() => dark.getAttribute("aria-pressed")).toBe("true");
    await page.reload();
    await expect.poll(() => dark.getAttribute("aria-pressed")).toBe("true");
    expect(await scheme()).toBe("dark");
  },
);

test("the shop's basket stays from page to page", async () => {
  await page.goto(`${desk.url}/demo`);
  await page.getByRole("radio", { name: "Fleece" }).check();
  await page.getByRole("button", { name: "Add to basket" }).click();
  await page.getByText("Holm jumper in Fleece, M is in your basket").waitFor();
  await page.getByRole("button", { name: "Add Ebb hat" }).click();
  await page.getByRole("button", { name: "Added (1) Ebb hat" }).waitFor();
  await page.getByRole("link", { name: "Help", exact: true }).click();
  await page.waitForURL(/demo\/help$/);
  await page.getByRole("button", { name: "Basket 2" }).click();
  const basket = page.getByRole("dialog", { name: "Basket" });
  await basket.getByText("€190").waitFor();
  await basket.getByRole("button", { name: "Empty it" }).click();
  await basket.getByText("Nothing in it yet").waitFor();
  await basket.getByRole("button", { name: "Go on looking" }).click();
  await basket.waitFor({ state: "hidden" });
  await page.reload();
  await page.getByRole("button", { name: "Basket 0" }).waitFor();
});
