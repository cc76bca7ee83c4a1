import { removePassages, toNextSync } from "@/core/source/source";
import { type Crawl, inLease } from "./lease";
import { settleDoubles } from "./settle-doubles";

const BATCH = 200;

/** Removes what the site no longer has, and says on the source how it went. */
export async function endRound(crawl: Crawl): Promise<void> {
  const { member, sourceId, round } = crawl;
  const { tenantId, product } = member;
  await settleDoubles(crawl);
  const read = await inLease(crawl, (tx) => tx.crawlPage.count({ where: { sourceId, round, state: "done" } }));
  // A site of which nothing could be read is in trouble; it did not lose all its pages.
  for (let more = read > 0; more; ) {
    more = await inLease(crawl, async (tx) => {
      const where = { sourceId, round: { lt: round } };
      const gone = await tx.crawlPage.findMany({ where, select: { url: true }, take: BATCH });
      const urls = gone.map(({ url }) => url);
      await removePassages(tx, tenantId, sourceId, urls);
      await tx.crawlPage.deleteMany({ where: { ...where, url: { in: urls } } });
      return gone.length === BATCH;
    });
  }
  await inLease(crawl, async (tx) => {
    const now = product.now();
    const first = await tx.crawlPage.findFirst({
      where: { sourceId, round, reason: { not: null } },
      orderBy: [{ depth: "asc" }, { url: "asc" }],
    });
    const { schedule } = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: { schedule: true } });
    const outcome =
      read > 0
        ? { status: "ready", failure: null, readAt: new Date(now) }
        : { status: "failed", failure: `No page could be read. ${first?.reason ?? "The site has none."}` };
    const free = { lease: null, leasedUntil: null, nextSyncAt: toNextSync(schedule, now) };
    await tx.source.update({ where: { id: sourceId }, data: { ...outcome, ...free } });
  });
}
