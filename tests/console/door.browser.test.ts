// Appearance, origins, refusals, audit and the palette: each button, and what it does.
import type { FrameLocator, Page } from "playwright";
import { describe, expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { addOrigin } from "@/core/origin/add-origin";
import { listOrigins } from "@/core/origin/list-origins";
import { getTenant } from "@/core/tenant/get-tenant";
import { call, freshGateway, signJwt } from "../fresh-gateway";
import { openDesk } from "./desk";
import { downloaded, pagesOf } from "./pages-of";

const desk = openDesk();
const pages = pagesOf(desk);

const dialog = (page: Page) => page.getByRole("dialog");
const patterns = async () => (await listOrigins(desk.owner)).map(({ pattern }) => pattern);
const knock = (origin: string, more: { token?: string } = {}) =>
  call(freshGateway(desk.product), "POST", "/sessions", { origin, body: { siteKey: desk.siteKey }, ...more });

describe("appearance", () => {
  const widget = (frame: FrameLocator) => frame.getByRole("dialog");

  test("the preview is the shipped bundle and follows what is typed; it is saved on a press", async () => {
    const page = await pages.open("/appearance");
    const scripts: string[] = [];
    page.on("response", (response) => scripts.push(new URL(response.url()).pathname));
    await page.reload();
    const frame = page.frameLocator("iframe[title='The widget with these settings']");
    await widget(frame).waitFor();
    expect(scripts).toContain("/widget/v1.js");
    await page.getByLabel("Title").fill("Ask the mill");
    await widget(frame).getByText("Ask the mill").waitFor();
    await page.getByLabel("Greeting").fill("What would you like to weave?");
    await widget(frame).getByText("What would you like to weave?").waitFor();
    await page.getByLabel("Suggested questions").fill("Do you ship wool?");
    await widget(frame).getByRole("button", { name: "Do you ship wool?" }).waitFor();
    await page.getByLabel("Language of the page").selectOption("de");
    const placeholder = () => widget(frame).getByRole("textbox").getAttribute("placeholder");
    await expect.poll(placeholder).not.toMatch(/ask|question/i);
    await page.getByLabel("Language of the page").selectOption("ar");
    await expect.poll(() => frame.locator("html").getAttribute("dir")).toBe("rtl");
    const language = page.getByLabel("Language", { exact: true });
    await language.selectOption("fr");
    const panel = widget(frame).getByRole("textbox");
    const inside = () =>
      panel.evaluate((node) => (node.getRootNode() as ShadowRoot).querySelector("[lang]")?.getAttribute("lang"));
    await expect.poll(inside).toBe("fr");
    await language.selectOption("");
    await expect.poll(inside).toBe("ar");
    await language.selectOption("de");
    await page.getByLabel("Light or dark").click();
    await expect.poll(() => frame.locator("html").getAttribute("class")).toBe("dark");
    const width = () => page.locator("iframe").evaluate((element) => element.clientWidth);
    const wide = await width();
    await page.getByLabel("Desktop or phone").click();
    await expect.poll(width).toBeLessThan(Math.min(wide, 391));
    expect((await getTenant(desk.owner)).widget.title).toBe("Help");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText(/the snippet anew/).waitFor();
    await expect.poll(async () => (await getTenant(desk.owner)).widget.title).toBe("Ask the mill");
    expect((await getTenant(desk.owner)).widget.locale).toBe("de");
    const install = await pages.open("/install");
    await install.locator("code", { hasText: 'data-locale="de"' }).first().waitFor();
  });
});

describe("origins", () => {
  test("one is explained as it is typed, added, changed, removed, and brought back", async () => {
    const page = await pages.open("/origins");
    const field = page.getByLabel("Add an origin");
    await field.fill("https://*.mill.example.com");
    await page
      .getByText(/mill\.example\.com/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect.poll(patterns).toContain("https://*.mill.example.com");
    await field.fill("https://*.co.uk");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("main").getByRole("alert").first().waitFor();
    await page.getByLabel("A page’s address").fill("https://shop.mill.example.com/wool");
    await page.getByText("Allowed", { exact: true }).waitFor();
    await page.getByLabel("A page’s address").fill("https://elsewhere.example.com/wool");
    await page.getByText("Refused", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Allow this origin" }).click();
    await expect.poll(patterns).toContain("https://elsewhere.example.com");

    await page.getByRole("button", { name: "Change https://elsewhere.example.com" }).click();
    await dialog(page).getByLabel("Group").fill("shop");
    await dialog(page).getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Group shop").waitFor();
    await page.getByRole("button", { name: "Remove https://elsewhere.example.com" }).click();
    await expect.poll(patterns).not.toContain("https://elsewhere.example.com");
    await expect.poll(async () => (await knock("https://elsewhere.example.com")).status).toBe(403);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(patterns).toContain("https://elsewhere.example.com");
    expect((await listOrigins(desk.owner)).find(({ pattern }) => pattern.includes("elsewhere"))?.group).toBe("shop");
  });

  test("many are narrowed by the address", async () => {
    for (let n = 0; n < 5; n++)
      await addOrigin(desk.owner, { pattern: `https://n${n}.many.example.com`, group: "many" });
    const page = await pages.open("/origins?group=many");
    const rows = page.getByRole("button", { name: /^Change / });
    expect(await rows.count()).toBe(5);
    await page.getByLabel("Search origins").fill("n3.");
    await page.waitForURL(/q=n3/);
    await expect.poll(() => rows.count()).toBe(1);
  });

  test("the development switch decides about localhost", async () => {
    await addOrigin(desk.owner, { pattern: "http://localhost:5173" });
    expect((await knock("http://localhost:5173")).status).toBe(201);
    const page = await pages.open("/origins");
    await page.getByRole("switch", { name: "Development origins" }).click();
    await expect.poll(async () => (await knock("http://localhost:5173")).status).toBe(403);
  });
});

test("refusals: narrowed by reason and words in the address, mended by one press, led to the setting", async () => {
  await knock("https://copycat.example");
  await knock("https://shop.example.org");
  await knock("https://www.example.com", { token: signJwt({}, "nobody's") });
  await flushObservations(desk.product);
  const page = await pages.open("/refusals");
  const row = (origin: string) => page.getByRole("listitem").filter({ hasText: origin });
  await page.getByLabel("Reason", { exact: true }).selectOption("token_invalid");
  await page.waitForURL(/reason=token_invalid/);
  await row("https://copycat.example").waitFor({ state: "detached" });
  await row("https://www.example.com").getByRole("link", { name: "Check a token" }).click();
  await page.waitForURL(/\/keys#token/);
  const other = await pages.open("/refusals?q=shop.example");
  const shop = other.getByRole("listitem").filter({ hasText: "https://shop.example.org" });
  expect(await other.getByText("https://copycat.example").count()).toBe(0);
  await shop.getByRole("button", { name: "Allow this origin" }).click();
  await shop.getByText("Allowed now").waitFor();
  expect(await patterns()).toContain("https://shop.example.org");
  // Until this process has heard of it, too.
  await expect.poll(async () => (await knock("https://shop.example.org")).status, { timeout: 5000 }).toBe(201);
});

test("audit: filtered by the address, exported as it is filtered, and verified", async () => {
  await addOrigin(desk.owner, { pattern: "https://audited.example.com" });
  const page = await pages.open("/audit");
  await page.getByLabel("What").selectOption("origin.added");
  await page.waitForURL(/action=origin\.added/);
  const rows = page
    .locator("ul")
    .filter({ has: page.locator("code") })
    .getByRole("listitem");
  await expect
    .poll(async () => new Set(await rows.locator("code").allTextContents()))
    .toEqual(new Set(["origin.added"]));
  await page.getByText("https://audited.example.com").first().waitFor();
  const csv = await downloaded(page, () => page.getByRole("link", { name: "CSV" }).click());
  expect(csv.name).toMatch(/^audit-.*\.csv$/);
  expect(csv.text).toContain("https://audited.example.com");
  expect(csv.text).not.toContain("tenant.created");
  const json = await downloaded(page, () => page.getByRole("link", { name: "JSON" }).click());
  const entries = JSON.parse(json.text);
  expect(JSON.stringify(entries)).toContain("https://audited.example.com");
  await page.getByLabel("From", { exact: true }).fill("2199-01-01");
  await page.getByText("Nothing fits").waitFor();
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await page.getByText(/rows fit/).waitFor();
});

test("the palette leads to actions, and opens them", async () => {
  const page = await pages.open("");
  const choose = async (words: string) => {
    const box = page.getByRole("dialog", { name: "Go to" }).getByRole("combobox");
    // A press before the page is alive is none.
    const open = async () => {
      if (!(await box.isVisible())) await page.keyboard.press("Control+k");
      return box.isVisible();
    };
    await expect.poll(open, { interval: 1000 }).toBe(true);
    await box.fill(words);
    await page.keyboard.press("Enter");
  };
  await choose("add an origin");
  await page.waitForURL(/\/origins/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("pattern");
  await choose("rotate the shared");
  await page.getByRole("dialog", { name: "Rotate the shared secret" }).waitFor();
  await page.keyboard.press("Escape");
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await choose("invite");
  await page.getByRole("dialog", { name: "Invite to the team" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await choose("add a webhook");
  await page.getByRole("dialog", { name: "Add a webhook" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await choose("add a source");
  await page.waitForURL(/\/knowledge/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("site");
  await choose("dark theme");
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await page.getByRole("button", { name: "Dark", exact: true, pressed: true }).waitFor();
});
