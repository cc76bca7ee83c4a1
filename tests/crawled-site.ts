// A tenant that reads a stand-in site: a new site before each test, and a clock that passes over every pause.
import { afterAll, beforeEach } from "vitest";
import { crawlSite } from "@/core/crawl/crawl-site";
import { listCrawlPages } from "@/core/crawl/list-crawl-pages";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { addSiteSource } from "@/core/source/add-site-source";
import { getSource } from "@/core/source/get-source";
import { syncSource } from "@/core/source/sync-source";
import { openSiteReader } from "@/provider/site-reader";
import { openHostTurns } from "@/store/host-turns";
import { freshProduct, freshTenant } from "./fresh-tenant";
import { openSite, type StandInSite } from "./stand-in-site";

export interface Crawler {
  plain: Product;
  /** Reads the site of this test. */
  product: Product;
  site: StandInSite;
  /** Milliseconds that the product's clock is ahead. */
  ahead: number;
}

export function freshCrawler(): Crawler {
  const open: StandInSite[] = [];
  const crawler = { ahead: 0 } as Crawler;
  crawler.plain = freshProduct(() => Date.now() + crawler.ahead);
  beforeEach(async () => {
    const site = await openSite();
    open.push(site);
    const turns = openHostTurns(crawler.plain.database);
    const sites = openSiteReader({ allow: [site.host], pauseMilliseconds: 0, timeoutMilliseconds: 1500, turns });
    Object.assign(crawler, { site, product: { ...crawler.plain, sites } });
  });
  afterAll(() => {
    for (const one of open) one.close();
  });
  return crawler;
}

/** A tenant's source for the site, read once. */
export async function crawl(crawler: Crawler, more: object = {}, path = "/") {
  const { product, site } = crawler;
  const { tenantId } = await freshTenant(crawler.plain);
  const member = await admitOperator(product, tenantId);
  const { id } = await addSiteSource(member, { url: `${site.url}${path}`, ...more });
  const read = async () => {
    // Pages that are to be tried again are, without waiting for it.
    for (let i = 0; i < 10; i++) {
      await crawlSite(member, { sourceId: id });
      crawler.ahead += 120_000;
    }
  };
  await read();
  const again = async () => {
    site.asked.length = 0;
    await syncSource(member, { id });
    await read();
  };
  const pages = async () => {
    const { pages } = await listCrawlPages(member, { id });
    return Object.fromEntries(pages.map((page) => [page.url.slice(site.url.length), page.reason ?? page.group]));
  };
  const texts = async () => (await getSource(member, { id })).passages.map(({ text }) => text);
  return { id, member, again, pages, texts, source: () => getSource(member, { id }) };
}
