import { type Crawl, inLease } from "./lease";
import { queueAddresses, toSitePages } from "./queue-links";

/** Looks which pages the site names itself, and begins to read them; without a sitemap it begins at the start. */
export async function beginRound(crawl: Crawl): Promise<Crawl> {
  const { member, sourceId, start, rules } = crawl;
  const named = await member.product.sites.listPages(rules, 10 * crawl.mostPages);
  const pages = toSitePages(start, named ?? []);
  const round = { ...crawl, round: crawl.round + 1, bySitemap: pages.length > 0 };
  await inLease(crawl, async (tx) => {
    const data = { status: "reading", round: round.round, bySitemap: round.bySitemap, notice: null, attempts: 0 };
    await tx.source.update({ where: { id: sourceId }, data });
    await queueAddresses(tx, round, [start, ...pages.filter((url) => url !== start)], 0);
  });
  return round;
}
