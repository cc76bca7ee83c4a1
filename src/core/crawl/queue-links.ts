import { type QueuedPage, queuePages } from "@/store/crawl-rows";
import type { Transaction } from "@/store/database";
import type { Crawl } from "./lease";
import { isOfSite, toPageAddress, whyNoPage } from "./site-address";

export const FORBIDDEN = "The site’s robots.txt asks not to read it.";

/** The site's own pages among these addresses, each once. */
export function toSitePages(start: string, addresses: string[]): string[] {
  const pages = addresses.map(toPageAddress).filter((url) => url !== null);
  return [...new Set(pages)].filter((url) => isOfSite(start, url) && whyNoPage(url) === null);
}

/** Has the round read these pages of the site too; says on the source when there are more than it may have. */
export async function queueAddresses(tx: Transaction, crawl: Crawl, urls: string[], depth: number): Promise<void> {
  const { member, sourceId, round, mostPages, rules, start } = crawl;
  const { origin } = new URL(start);
  const pages: QueuedPage[] = urls.map((url) => ({
    url,
    depth,
    // What another host of the site allows is asked before its pages are.
    reason: new URL(url).origin !== origin || rules.allows(url) ? null : FORBIDDEN,
  }));
  const left = await queuePages(tx, { tenantId: member.tenantId, sourceId, round, most: mostPages }, pages);
  if (left === 0) return;
  const notice = `The site has more than ${mostPages} pages; the rest is left out.`;
  await tx.source.update({ where: { id: sourceId }, data: { notice } });
}

/** The same for the links of a page, where the site has no sitemap and the page is not as deep as may be. */
export async function queueLinks(
  tx: Transaction,
  crawl: Crawl,
  page: { depth: number; doubleOf: string | null },
  links: string[],
) {
  // The page that this one says it is belongs to the site, linked or not.
  if (page.doubleOf) await queueAddresses(tx, crawl, [page.doubleOf], page.depth);
  if (crawl.bySitemap || page.depth >= crawl.mostDepth) return;
  await queueAddresses(tx, crawl, links, page.depth + 1);
}
