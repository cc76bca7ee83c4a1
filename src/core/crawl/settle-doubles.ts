import { removePassages } from "@/core/source/source";
import { type Crawl, inLease } from "./lease";
import { toSame } from "./take-in-page";

/**
 * Leaves out the pages that are another's double, where that other was read: a page whose other is gone, forbidden, one
 * too many, or says the same of it in turn is the one that stays.
 */
export async function settleDoubles(crawl: Crawl): Promise<void> {
  const { member, sourceId, round } = crawl;
  await inLease(crawl, async (tx) => {
    const ofRound = { sourceId, round, state: "done" };
    const doubles = await tx.crawlPage.findMany({
      where: { ...ofRound, doubleOf: { not: null } },
      select: { url: true, doubleOf: true },
    });
    const others = new Map(doubles.map(({ url, doubleOf }) => [url, doubleOf]));
    const named = await tx.crawlPage.findMany({
      where: { ...ofRound, url: { in: doubles.flatMap(({ doubleOf }) => doubleOf ?? []) } },
      select: { url: true },
    });
    const read = new Set(named.map(({ url }) => url));
    for (const { url } of doubles) {
      const kept = findKept(url, others, read);
      if (kept === url) continue;
      await removePassages(tx, member.tenantId, sourceId, [url]);
      const data = { state: "skipped", reason: toSame(kept), contentHash: null, doubleOf: null };
      await tx.crawlPage.updateMany({ where: { sourceId, url }, data });
    }
  });
}

/** The last page that was read along "the same as"; of pages that name each other in a ring, the first by address. */
function findKept(url: string, others: Map<string, string | null>, read: Set<string>): string {
  const path = [url];
  for (let at = url; ; ) {
    const next = others.get(at);
    if (!next || !read.has(next)) return at;
    const ring = path.indexOf(next);
    if (ring >= 0) return path.slice(ring).sort()[0] ?? next;
    path.push(next);
    at = next;
  }
}
