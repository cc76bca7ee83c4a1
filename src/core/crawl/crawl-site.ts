import { z } from "zod";
import { type Member, requireRole } from "@/core/member/member";
import { toNextSync } from "@/core/source/source";
import { Failure } from "@/failures";
import { beginRound } from "./begin-round";
import { endRound } from "./end-round";
import { fetchPage } from "./fetch-page";
import { type Crawl, inLease, keepLease, LeaseLost, letGo, takeSite } from "./lease";
import type { NoRules, SiteRules } from "./site-reader";
import { type FetchedPage, takeInPage } from "./take-in-page";

export const CrawlSite = z.object({ sourceId: z.string().max(100) });
export type CrawlSite = z.infer<typeof CrawlSite>;

export const MOST_PAGES = 500;
export const MOST_DEPTH = 8;
const MOST_BEGINNINGS = 3;
const MOST_READINGS = 2;
/** After so long another site may have its turn. */
const SLICE_MS = 60_000;

/**
 * Reads a site that is due, page by page, until it is read, others should have their turn, it wants to be left alone
 * for a while, or the process is about to end; the next one goes on where this one stopped. What is wrong with a page is written on the page, what is wrong with the site on its source.
 */
export async function crawlSite(member: Member, { sourceId }: CrawlSite): Promise<void> {
  requireRole(member, "admin");
  const taken = await takeSite(member, sourceId);
  if (!taken?.source.url) return;
  const { lease, source } = taken;
  const start = taken.source.url;
  const holder = { member, sourceId, lease };
  const release = keepLease(holder);
  try {
    const rulesOf = rememberRules(member);
    const rules = await rulesOf(start);
    if ("refused" in rules) return await putOff(holder, rules);
    const { round, bySitemap } = source;
    const [mostPages, mostDepth] = [source.mostPages ?? MOST_PAGES, source.mostDepth ?? MOST_DEPTH];
    const crawl = { ...holder, start, round, bySitemap, mostPages, mostDepth, rules, rulesOf };
    await readPages(source.status === "waiting" ? await beginRound(crawl) : crawl);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    const rests = error instanceof Failure && error.code === "rate_limited" ? error.retryAfterSeconds : undefined;
    await letGo(holder, member.product.now() + 1000 * (rests ?? 10));
    if (rests === undefined) throw error;
  } finally {
    release();
  }
}

/** robots.txt of each host, asked for once. */
function rememberRules({ product }: Member): Crawl["rulesOf"] {
  const known = new Map<string, Promise<SiteRules | NoRules>>();
  return (url) => {
    const { origin } = new URL(url);
    const rules = known.get(origin) ?? product.sites.readRules(url);
    known.set(origin, rules);
    return rules;
  };
}

async function readPages(crawl: Crawl): Promise<void> {
  const { member, sourceId, round } = crawl;
  const until = performance.now() + SLICE_MS;
  while (!member.product.stopping.aborted && performance.now() < until) {
    const next = await inLease(crawl, async (tx) => {
      const ofRound = { sourceId, round };
      const fetched = await tx.crawlPage.findFirst({ where: { ...ofRound, state: "fetched" } });
      const now = new Date(member.product.now());
      const isDue = { OR: [{ dueAt: null }, { dueAt: { lte: now } }] };
      const order = [{ depth: "asc" }, { url: "asc" }] as const;
      const page =
        fetched ??
        (await tx.crawlPage.findFirst({ where: { ...ofRound, state: "waiting", ...isDue }, orderBy: [...order] }));
      if (page) {
        const data = { state: fetched ? "fetched" : "fetching", attempts: page.attempts + 1 };
        await tx.crawlPage.updateMany({ where: { sourceId, url: page.url }, data });
        return { page: { ...page, ...data } };
      }
      const later = await tx.crawlPage.findFirst({
        where: { ...ofRound, state: "waiting" },
        orderBy: { dueAt: "asc" },
      });
      return { later: later?.dueAt };
    });
    if (!next.page) return next.later ? letGo(crawl, next.later.getTime()) : endRound(crawl);
    if (next.page.state === "fetching") await fetchPage(crawl, next.page);
    else if (next.page.attempts > MOST_READINGS) await giveUp(crawl, next.page.url);
    else await takeInPage(crawl, next.page as FetchedPage);
  }
  await letGo(crawl);
}

// A page that ended its reader as often as that would for ever.
function giveUp(crawl: Crawl, url: string) {
  const data = { state: "failed", reason: "It could not be read to its end.", body: null };
  return inLease(crawl, (tx) => tx.crawlPage.updateMany({ where: { sourceId: crawl.sourceId, url }, data }));
}

/** robots.txt that does not answer forbids everything: later, or not at all. */
async function putOff(holder: Pick<Crawl, "member" | "sourceId" | "lease">, trouble: NoRules) {
  const { member, sourceId } = holder;
  const now = member.product.now();
  await inLease(holder, async (tx) => {
    const { attempts, schedule } = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
    const again = trouble.passing && attempts + 1 < MOST_BEGINNINGS;
    const data = again
      ? {
          attempts: attempts + 1,
          notice: trouble.refused,
          leasedUntil: new Date(now + Math.max(trouble.retryAfterMs ?? 0, 20_000 * 2 ** attempts)),
        }
      : {
          attempts: 0,
          status: "failed",
          failure: trouble.refused,
          notice: null,
          nextSyncAt: toNextSync(schedule, now),
        };
    await tx.source.update({ where: { id: sourceId }, data: { lease: null, ...data } });
  });
}
