// A site made with Next: its visitors go from page to page without loading one, and the widget goes along.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { difference, picture } from "./alike";
import { ask, browser, expectCitedAnswer, gateway, openBrowser, page, shell, site, tag } from "./browser";

openBrowser();

const folder = path.join(import.meta.dirname, "next-site");

beforeAll(() => {
  const next = path.join(import.meta.dirname, "../../node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  execFileSync(process.execPath, [next, "build", "."], { cwd: folder, env, stdio: "pipe" });
  site.folder = path.join(folder, "out");
});

const open = () => page.goto(`${site.origin}/?gateway=${encodeURIComponent(gateway.origin)}`);

async function goTo(name: string) {
  await page.getByRole("link", { name }).click();
  await page.locator("h1").getByText(`${name} page`).waitFor();
}

test("navigation keeps one widget, its conversation and its one set of listeners", async () => {
  const failures: unknown[] = [];
  page.on("pageerror", (error) => failures.push(error));
  await open();
  await page.evaluate("window.loadedOnce = true");
  await ask("Hello?");
  await expectCitedAnswer();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const listeners = async () => {
    for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "JSEventListeners")?.value ?? 0;
  };
  const there = async () => {
    await goTo("Second");
    await goTo("First");
  };
  await there();
  const before = await listeners();
  for (let round = 0; round < 4; round++) await there();
  expect(await listeners()).toBeLessThanOrEqual(before);
  expect(await page.evaluate("[window.loadedOnce, document.querySelectorAll('gatehouse-chat').length]")).toEqual([
    true,
    1,
  ]);
  await expectCitedAnswer();
  await ask("And?");
  await expect.poll(() => page.locator(".sources").count()).toBe(2);
  expect(gateway.seen.filter((one) => one.path === "/widget")).toHaveLength(1);
  expect(failures).toEqual([]);
});

test("a component that stays behind takes its widget away, and brings it back", async () => {
  await open();
  await page.locator(".launcher").waitFor();
  await page.evaluate("dispatchEvent(new Event('chat-off'))");
  await expect.poll(() => page.locator("gatehouse-chat").count()).toBe(0);
  await page.evaluate("dispatchEvent(new Event('chat-on'))");
  await expect.poll(() => page.locator("gatehouse-chat").count()).toBe(1);
});

test("it looks as on a plain page", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const own = await context.newPage();
  await own.goto(site.page(shell(tag())));
  const plain = await picture(own.mainFrame());
  await context.close();
  await open();
  const seen = await picture();
  for (const at of [0, 1]) {
    expect(await difference(`next-${at}`, plain[at] as Buffer, seen[at] as Buffer)).toBeLessThan(0.0005);
  }
});
