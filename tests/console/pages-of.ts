// Pages of a desk's tenant in one signed-in browser, as a test opens them.
import type { BrowserContext, Page } from "playwright";
import { afterEach, beforeAll } from "vitest";
import type { Desk } from "./desk";

export interface Pages {
  context: BrowserContext;
  /** Opens a page below the tenant's address, or an address of its own; ready to be pressed. */
  open(end: string, whole?: boolean): Promise<Page>;
}

/** Pages are closed after each test, the browser's memory is kept. */
export function pagesOf(desk: Desk): Pages {
  const pages = {
    async open(end: string, whole = false) {
      const page = await pages.context.newPage();
      const url = whole ? desk.url + end : `${desk.url}/${desk.tenantId}${end}`;
      // A page that stays connected is never idle.
      const isLive = end.startsWith("/conversations") || end.startsWith("/appearance");
      await page.goto(url, { waitUntil: isLive ? "load" : "networkidle" });
      if (end.startsWith("/conversations")) await page.getByText("Live", { exact: true }).waitFor();
      return page;
    },
  } as Pages;
  beforeAll(async () => {
    pages.context = await desk.enter({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  });
  afterEach(async () => {
    for (const page of pages.context.pages()) await page.close();
  });
  return pages;
}

/** What a press downloads. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}
