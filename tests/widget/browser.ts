// One browser, one host site and one stand-in gateway per file; a fresh context per test.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { buildWidget } from "../../scripts/build-widget.mjs";
import { type HostSite, startHostSite } from "./host-site";
import { type StandInGateway, startStandInGateway } from "./stand-in-gateway";

export let browser: Browser;
export let context: BrowserContext;
export let page: Page;
export let site: HostSite;
export let gateway: StandInGateway;
export let outDir: string;

/** Call at the top of a test file; `more` are arguments for Chromium. */
export function openBrowser(...more: string[]): void {
  beforeAll(async () => {
    outDir = await mkdtemp(path.join(tmpdir(), "widget-"));
    await buildWidget({ outDir });
    site = await startHostSite(outDir);
    gateway = await startStandInGateway();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      chromiumSandbox: false,
      args: ["--disable-background-networking", "--disable-quic", ...more],
    });
  });

  afterAll(async () => {
    await browser?.close();
    await gateway?.close();
    await site?.close();
    if (outDir) await rm(outDir, { recursive: true });
  });

  beforeEach(async () => {
    gateway.reset();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ignoreHTTPSErrors: true });
    page = await context.newPage();
  });

  afterEach(() => context.close());
}

export const script = `<script src="/widget/v1.js"></script>`;
export const tag = (attributes = "") =>
  `<script src="/widget/v1.js" data-site-key="pub_x" data-api-url="${gateway.origin}" ${attributes} defer></script>`;
export const shell = (body: string, head = "") =>
  `<!doctype html><html lang="en"><head><title>Site</title>${head}</head><body><h1>Site</h1><input id="host-field">${body}</body></html>`;

export async function visit(body: string, head = "", headers = {}) {
  await page.goto(site.page(shell(body, head), headers));
  await page.locator(".launcher").waitFor();
}

export async function ask(question: string) {
  // It may be open already, with its chat on the way.
  const launcher = page.locator(".launcher");
  if ((await launcher.getAttribute("aria-expanded")) !== "true") await launcher.click();
  await page.locator("textarea").fill(question);
  await page.keyboard.press("Enter");
}

export const answer = () => page.locator(".message.assistant").last();
export const messages = () =>
  gateway.seen.filter((one) => one.path.startsWith("/conversations") && one.method === "POST");
export const sessions = () => gateway.seen.filter((one) => one.path === "/sessions");

export async function expectCitedAnswer() {
  await page.locator(".sources").waitFor();
  expect(await answer().locator(".prose").textContent()).toMatch(/^You can return an item within 30 days\s*1\s*\.$/);
  expect(await answer().locator(".prose strong").textContent()).toBe("return");
}
