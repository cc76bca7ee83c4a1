// What a browser tells of a page: what it said in its console, how it moved, what it weighs, what axe finds.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { source as axe } from "axe-core";
import type { BrowserContext, Page } from "playwright";

const pictures = path.join(import.meta.dirname, "../../dist/pictures");
mkdirSync(pictures, { recursive: true });

export interface Opened {
  page: Page;
  /** Errors of the console and of scripts, so far. */
  errors: string[];
  /** Addresses of the scripts that its HTML names: what runs before anything can be pressed. */
  scripts: string[];
}

/** Opens an address with nothing cached, and waits until it is drawn and idle. */
export async function look(context: BrowserContext, url: string, live = false): Promise<Opened> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  const response = await page.goto(url, { waitUntil: live ? "load" : "networkidle" });
  await page.waitForTimeout(live ? 800 : 100);
  const html = (await response?.text()) ?? "";
  const scripts = Array.from(html.matchAll(/<script[^>]* src="([^"]+)"/g), ([, src = ""]) => src);
  return { page, errors, scripts };
}

/** How far things moved that nobody moved: cumulative layout shift. */
export const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (Reflect.get(window, "shifts") as number[]).reduce((sum, shift) => sum + shift, 0));

/** Kilobytes of script: named by the HTML, and all that came, as sent; and what the named would be as gzip. */
export async function weigh({ page, scripts }: Opened): Promise<{ first: number; gzip: number; all: number }> {
  const came = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => /\.js(\?|$)/.test(name))
      .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize })),
  );
  const first = came.filter(({ name }) => scripts.some((src) => name.endsWith(src)));
  const asGzip = first.map(async ({ name }) => {
    const script = await page.context().request.get(name);
    return { bytes: gzipSync(await script.body()).byteLength };
  });
  const kilobytes = (of: { bytes: number }[]) => Math.round(of.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
  return { first: kilobytes(first), gzip: kilobytes(await Promise.all(asGzip)), all: kilobytes(came) };
}

/** What stands out of the page to the right; empty when nothing does. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return Array.from(document.querySelectorAll("body *"))
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
      .slice(0, 5);
  });

/** One line for each rule that is broken, with where. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const given = only ? { runOnly: { type: "rule", values: only } } : {};
    const found = await Reflect.get(window, "axe").run({ ...given, resultTypes: ["violations"] });
    type Node = { target: string[]; failureSummary: string };
    return found.violations.map(
      ({ id, nodes }: { id: string; nodes: Node[] }) =>
        `${id}: ${nodes
          .map(({ target, failureSummary }) => `${target} ${failureSummary}`)
          .join(" | ")
          .slice(0, 600)}`,
    );
  }, rules);
}

export const shoot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true, animations: "disabled" });

/** Leaves what was measured beside the pictures. */
export const writeFigures = (figures: object) =>
  writeFileSync(path.join(pictures, "figures.json"), JSON.stringify(figures, null, 2));

/** Draws by the other colour scheme, with every transition at its end. */
export async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
}
