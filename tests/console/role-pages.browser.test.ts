// What each role finds: pages that are theirs, a plain 404 for the others, and no button that would be refused.
import type { BrowserContext, Page } from "playwright";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { createUser } from "@/core/account/create-user";
import { type Role, roles } from "@/core/member/member";
import { openDesk, PASSWORD } from "./desk";
import { type Furnished, furnish } from "./furnish";
import { places } from "./places";

const desk = openDesk();
const ofTenant = places.filter(({ leastRole }) => leastRole);
const isFor = (role: Role, least: Role = "viewer") => roles.indexOf(role) <= roles.indexOf(least);
let furnished: Furnished;
let contexts: Record<Role, BrowserContext>;

beforeAll(async () => {
  furnished = await furnish(desk);
  const entries = await Promise.all(roles.map(async (role) => [role, await enterAs(role)] as const));
  contexts = Object.fromEntries(entries) as Record<Role, BrowserContext>;
});
afterEach(async () => {
  for (const context of Object.values(contexts)) for (const page of context.pages()) await page.close();
});

async function enterAs(role: Role): Promise<BrowserContext> {
  const { product, tenantId, owner } = desk;
  const email = `${role}-in-browser@example.com`;
  const { userId } = await createUser(product, { email, password: PASSWORD });
  await owner.database.transaction((tx) => tx.membership.create({ data: { tenantId, userId, role } }));
  return desk.enter({ viewport: { width: 1280, height: 900 } }, email);
}

describe.each(roles)("%s", (role) => {
  test("finds their own pages and none of the others", async () => {
    const missing = await contexts[role].request.get(`${desk.url}/${desk.tenantId}/nothing-of-the-kind`);
    expect(missing.status()).toBe(404);
    for (const { folder, address, leastRole } of ofTenant) {
      const answer = await contexts[role].request.get(desk.url + address(desk, furnished));
      expect([folder, answer.status()]).toEqual([folder, isFor(role, leastRole) ? 200 : 404]);
    }
    const saved = await contexts[role].request.get(`${desk.url}/api/audit/${desk.tenantId}?format=csv`);
    expect(saved.status()).toBe(isFor(role, "admin") ? 200 : 404);
  });

  test("is led to no page that is not there, by the side, the palette or a key", async () => {
    const page = await contexts[role].newPage();
    await page.goto(`${desk.url}/${desk.tenantId}`, { waitUntil: "networkidle" });
    const side = page.getByRole("navigation", { name: "Console" }).getByRole("link");
    const links = await side.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    const mine = ofTenant
      .filter(({ leastRole }) => isFor(role, leastRole))
      .map((place) => place.address(desk, furnished));
    expect(links.filter((link) => !mine.includes(link))).toEqual([]);
    const names = await side.allTextContents();
    await page.keyboard.press("Control+k");
    const pages = page.locator("[cmdk-group]").filter({ hasText: "Overview" }).locator("[cmdk-item]");
    await pages.first().waitFor();
    expect((await pages.count()) === names.length).toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("l");
    await page.waitForTimeout(500);
    expect(page.url().endsWith("/audit")).toBe(isFor(role, "admin"));
  });
});

/** Presses everything that can be pressed on a page, and says what the server refused this role. */
async function pressEverything(page: Page, url: string): Promise<string[]> {
  const refused: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().includes("/api/trpc")) return;
    const text = await response.text().catch(() => "");
    if (text.includes("scope_refused")) refused.push(new URL(response.url()).pathname);
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(700);
  const buttons = page.getByRole("main").locator("button:enabled, [role=switch]:enabled");
  const count = await buttons.count();
  for (let i = 0; i < count; i++) {
    for (const input of await page
      .getByRole("main")
      .locator("input[type=text]:enabled, input:not([type]):enabled, textarea:enabled")
      .all())
      await input.fill("https://www.example.com/something", { timeout: 500 }).catch(() => {});
    await buttons
      .nth(i)
      .click({ timeout: 1500 })
      .catch(() => {});
    await page.waitForTimeout(150);
    const confirm = page.getByRole("dialog").locator("button[type=submit]:enabled, button:enabled").last();
    if (await confirm.isVisible().catch(() => false)) await confirm.click({ timeout: 500 }).catch(() => {});
    await page.keyboard.press("Escape");
    if (new URL(page.url()).pathname !== new URL(url).pathname) await page.goto(url, { waitUntil: "load" });
  }
  await page.waitForTimeout(500);
  return refused;
}

test.each(["viewer", "agent"] as const)("a %s can press nothing that is refused to them", async (role) => {
  for (const { address, leastRole } of ofTenant.filter((place) => isFor(role, place.leastRole))) {
    const page = await contexts[role].newPage();
    expect([leastRole, await pressEverything(page, desk.url + address(desk, furnished))]).toEqual([leastRole, []]);
    await page.close();
  }
});
