// The console without a mouse.
import type { BrowserContext, Page } from "playwright";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openDesk } from "./desk";
import { type Furnished, furnish } from "./furnish";
import { places } from "./places";

const desk = openDesk();
let furnished: Furnished;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  furnished = await furnish(desk);
  context = await desk.enter({ viewport: { width: 1280, height: 900 } });
});
beforeEach(async () => {
  await page?.close();
  page = await context.newPage();
});

const open = async (end: string) => {
  await page.goto(`${desk.url}/${desk.tenantId}${end}`, { waitUntil: "networkidle" });
};
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

/** What Tab should come by and does not, and what it comes by without being seen. */
async function walk(): Promise<{ missed: string[]; unseen: string[] }> {
  await page.evaluate(() => {
    const shown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
    // Of radio buttons and tabs one is reached by Tab and the others by arrows.
    const controls = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, summary";
    const wanted = Array.from(document.querySelectorAll<HTMLElement>(controls)).filter(
      (element) => shown(element) && element.tabIndex >= 0 && !element.matches("[type=radio]:not(:checked)"),
    );
    const name = (element: Element) => `${element.tagName} ${(element.textContent || element.id).trim().slice(0, 40)}`;
    const met = new Set<Element>();
    const unseen: string[] = [];
    document.addEventListener("focusin", ({ target }) => {
      // A list of tabs hands the focus on to the tab that is open.
      if (!(target instanceof HTMLElement) || met.has(target) || target.matches("[role=tablist]")) return;
      met.add(target);
      // A card that holds a radio button wears its outline.
      const wearers = [target, target.closest("label")].filter((element) => element !== null);
      if (wearers.every((element) => getComputedStyle(element).outlineStyle === "none")) unseen.push(name(target));
    });
    const missed = () => wanted.filter((element) => element.isConnected && !met.has(element)).map(name);
    Object.assign(window, { walked: () => ({ missed: missed(), unseen, wanted: wanted.length }) });
  });
  const walked = () => page.evaluate(() => Reflect.get(window, "walked")());
  const { wanted } = await walked();
  // Code that scrolls is a stop, too.
  for (let step = 0; step < 2 * wanted + 25 && (await left(step)); step++) await page.keyboard.press("Tab");
  return walked();

  async function left(step: number): Promise<boolean> {
    return step % 10 !== 9 || (await walked()).missed.length > 0;
  }
}

test.each(places.filter(({ folder }) => !folder.startsWith("demo")))(
  "Tab comes by every control of $folder, and one sees where it is",
  async ({ address, signedIn, live }) => {
    if (!signedIn) {
      await page.close();
      page = await desk.browser.newPage({ viewport: { width: 1280, height: 900 } });
    }
    await page.goto(desk.url + address(desk, furnished), { waitUntil: live ? "load" : "networkidle" });
    if (live) await page.waitForTimeout(500);
    const { missed, unseen } = await walk();
    expect.soft(missed).toEqual([]);
    expect.soft(unseen).toEqual([]);
  },
);

test("the first Tab skips to the page", async () => {
  await open("/origins");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the page");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#main");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main")?.id)).toBe("main");
});

test("Ctrl K opens the palette, words and arrows choose, Enter goes; Escape gives the focus back", async () => {
  await open("");
  await page.getByRole("link", { name: "Docs" }).focus();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(focused).toBe("Docs");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("k");
  const chosen = page.locator("[cmdk-item][data-selected=true]");
  const first = await chosen.textContent();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => chosen.textContent()).not.toBe(first);
  await page.getByRole("combobox").fill("origins");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/origins$/);
});

test("a dialog keeps the focus, closes by Escape and gives it back to what opened it", async () => {
  await open("/keys");
  await page.getByRole("button", { name: "Rotate…" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(focused).toBe("Rotate…");
});

test("a menu opens by Enter, is walked by arrows, and gives the focus back", async () => {
  await open("/origins");
  const account = page.getByRole("button", { name: /^Account/ });
  await account.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("ArrowDown");
  await expect.poll(focused).toMatch(/Account|Sign out/);
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await expect.poll(focused).toContain("Account owner@example.com");
});
