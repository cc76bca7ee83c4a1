import { removePassages } from "@/core/source/source";
import type { Transaction } from "@/store/database";
import { type Crawl, inLease } from "./lease";
import { FORBIDDEN, queueAddresses, queueLinks } from "./queue-links";
import { parseRobotsTag } from "./robots-tag";
import { isOfSite, toPageAddress } from "./site-address";
import type { KnownPage, NoRules, SiteAnswer, SiteRules } from "./site-reader";

const MOST_ATTEMPTS = 3;
const RETRY_MS = 5_000;

export interface TakenPage {
  url: string;
  depth: number;
  etag: string | null;
  lastModified: string | null;
  contentHash: string | null;
  links: string[];
  attempts: number;
  robotsTag: string | null;
  doubleOf: string | null;
}

export const NO_INDEX = "The page asks not to be indexed.";

/** Asks for a page and writes down what came, before anything is made of it: whoever dies then asks no second time. */
export async function fetchPage(crawl: Crawl, page: TakenPage): Promise<void> {
  const { url } = page;
  // Only what was read to its end can be "as before".
  const known = page.contentHash === null ? { url, etag: null, lastModified: null } : page;
  const rules = await crawl.rulesOf(url);
  const answer = await ask(crawl, known, rules);
  await inLease(crawl, (tx) => note(tx, crawl, page, answer));
}

function ask({ member }: Crawl, page: KnownPage, rules: SiteRules | NoRules): Promise<SiteAnswer> | SiteAnswer {
  if ("refused" in rules) return { kind: "refused", reason: rules.refused, passing: rules.passing };
  if (!rules.allows(page.url)) return { kind: "refused", reason: FORBIDDEN, passing: false };
  return member.product.sites.read(page, rules);
}

async function note(tx: Transaction, crawl: Crawl, page: TakenPage, answer: SiteAnswer): Promise<void> {
  const { member, sourceId } = crawl;
  const now = member.product.now();
  const set = (data: object) =>
    tx.crawlPage.updateMany({ where: { sourceId, url: page.url }, data: { fetchedAt: new Date(now), ...data } });
  const leave = async (state: string, reason: string) => {
    await set({ state, reason, contentHash: null, links: [], doubleOf: null });
    await removePassages(tx, member.tenantId, sourceId, [page.url]);
  };
  switch (answer.kind) {
    case "page": {
      const { kind, body, ...facts } = answer;
      await set({ state: "fetched", reason: null, body: new Uint8Array(body), ...facts, attempts: 0 });
      return;
    }
    case "unchanged":
      if (parseRobotsTag(answer.robotsTag).noIndex) return leave("skipped", NO_INDEX);
      await set({ state: "done", reason: null });
      return queueLinks(tx, crawl, page, page.links);
    case "gone":
      return leave("gone", answer.reason);
    case "moved": {
      const to = toPageAddress(answer.to);
      if (to === page.url) return leave("skipped", "It redirects to itself.");
      if (!to || !isOfSite(crawl.start, to)) return leave("skipped", `It leads to ${answer.to}, away from the site.`);
      await leave("skipped", `It leads to ${to}.`);
      // One deeper each time: redirects without an end come to one.
      return page.depth >= crawl.mostDepth ? undefined : queueAddresses(tx, crawl, [to], page.depth + 1);
    }
    case "refused": {
      if (!answer.passing) return leave("skipped", answer.reason);
      if (page.attempts < MOST_ATTEMPTS) {
        await set({
          state: "waiting",
          reason: answer.reason,
          dueAt: new Date(now + Math.max(answer.retryAfterMs ?? 0, RETRY_MS * 4 ** (page.attempts - 1))),
        });
        return;
      }
      // What it said before is kept, and so is what it led to.
      await set({ state: "failed", reason: answer.reason });
      return queueLinks(tx, crawl, page, page.links);
    }
  }
}
