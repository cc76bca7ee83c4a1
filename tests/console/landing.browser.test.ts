// The pages that anybody reads: without React, and with the shipped widget answering on the first of them.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse } from "../path/house";

const house = openHouse();
let browser: Browser;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];
const scripts: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: ["--disable-background-networking", "--disable-quic"],
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: "light" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: house.url });
  page = await context.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(new URL(request.url()).pathname));
});
afterAll(() => browser?.close());

test("the landing page's own widget answers with evidence", async () => {
  await page.goto(house.url, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: /open|chat|help/i }).click();
  await page.getByRole("textbox").fill("How long do I have to return an item?");
  await page.keyboard.press("Enter");
  await page
    .getByText(/You can return an item within 45 days/)
    .first()
    .waitFor();
  await page
    .getByRole("button", { name: /Returns/ })
    .first()
    .waitFor();
});

test("no script but the widget's is loaded to read", async () => {
  await page.goto(`${house.url}/docs`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Errors" }).first().click();
  await page.getByRole("link", { name: "origin_not_allowed" }).click();
  await page.getByRole("heading", { name: "Why" }).waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((path) => !path.startsWith("/widget/"))).toEqual([]);
  expect(errors).toEqual([]);
});

test("what can be pressed there works: copying, and the colour scheme, which stays", async () => {
  await page.goto(`${house.url}/docs`, { waitUntil: "networkidle" });
  const figure = page.locator("figure").first();
  await figure.getByRole("button", { name: "Copy" }).click();
  await figure.getByText("Copied", { exact: true }).first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await figure.locator("code").textContent());
  const theme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.getByRole("button", { name: "Dark" }).click();
  expect(await theme()).toBe("dark");
  await page.reload();
  expect(await theme()).toBe("dark");
  expect(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: "As the system" }).click();
  expect(await theme()).toBe("light dark");
});

test("what is shared has a title, a picture and an icon of its own", async () => {
  await page.goto(house.url);
  const meta = (property: string) => page.locator(`meta[property="${property}"]`).first().getAttribute("content");
  expect(await page.title()).toMatch(/^Gatehouse –/);
  expect(await meta("og:image:alt")).toBeTruthy();
  const icon = await page.locator('link[rel="icon"]').first().getAttribute("href");
  const kinds: [string, string | null][] = [
    ["image/png", await meta("og:image")],
    ["image/svg+xml", icon],
  ];
  for (const [type, address] of kinds) {
    const url = new URL(address ?? "", house.url);
    expect(url.origin).toBe(house.url);
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain(type);
  }
});
