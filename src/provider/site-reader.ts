// Reads sites politely: robots.txt first, one question to a host at a time, a pause after each, a longer one where asked.
import robotsParser from "robots-parser";
import type { SiteAnswer, SiteReader } from "@/core/crawl/site-reader";
import { openPoliteFetch, type PoliteOptions } from "./ask-in-turn";
import { toText } from "./decoded-text";
import { FetchRefused } from "./fetch-refused";
import type { Fetched } from "./guarded-fetch";
import { parseSitemap } from "./sitemap";

/** Who we are to robots.txt. */
const AGENT = "Gatehouse";
/** Of what `Crawl-delay` may ask for; a site that asks for more is read with this one. */
const LONGEST_PAUSE_MS = 15_000;
const ROBOTS_MS = 6_000;
const MOST_OF_ROBOTS = 512_000;
const SITEMAP = { timeoutMilliseconds: 15_000, maxBytes: 10_000_000 };
const MOST_SITEMAPS = 50;
const READABLE = /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf))$/;

export function openSiteReader(options: PoliteOptions): SiteReader {
  const ask = openPoliteFetch(options);
  const robotsMs = Math.min(ROBOTS_MS, options.timeoutMilliseconds ?? ROBOTS_MS);

  const readRules: SiteReader["readRules"] = async (url) => {
    const address = new URL("/robots.txt", url).href;
    const question = { timeoutMilliseconds: robotsMs, maxBytes: MOST_OF_ROBOTS };
    const found = await ask(address, question);
    // RFC 9309: what is not there allows everything, what does not answer allows nothing.
    if (found instanceof FetchRefused && !isAbsent(found)) {
      const { message, passing, retryAfterMs } = found;
      return { refused: passing ? `robots.txt: ${message}` : message, passing, retryAfterMs };
    }
    const text = found instanceof FetchRefused ? "" : toText(found.body);
    const robots = robotsParser(address, text);
    const asked = (robots.getCrawlDelay(AGENT) ?? 0) * 1000;
    const named = robots.getSitemaps().filter((sitemap) => URL.canParse(sitemap));
    return {
      allows: (page) => robots.isAllowed(page, AGENT) !== false,
      pauseMilliseconds: Math.min(LONGEST_PAUSE_MS, Math.max(options.pauseMilliseconds, asked)),
      sitemaps: named.length > 0 ? named : [new URL("/sitemap.xml", url).href],
    };
  };

  const listPages: SiteReader["listPages"] = async ({ sitemaps, pauseMilliseconds }, most) => {
    const pages = new Set<string>();
    const waiting = [...sitemaps];
    const seen = new Set<string>();
    let found = false;
    // Every address once: an index that names itself, or another that names it, comes to an end.
    for (let next = waiting.shift(); next && seen.size < MOST_SITEMAPS && pages.size < most; next = waiting.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const answer = await ask(next, SITEMAP, pauseMilliseconds);
      const sitemap = answer instanceof FetchRefused ? null : parseSitemap(answer.body);
      if (!sitemap) continue;
      found = true;
      for (const page of sitemap.pages) if (pages.size < most) pages.add(page);
      waiting.push(...sitemap.sitemaps.slice(0, MOST_SITEMAPS));
    }
    return found ? [...pages] : null;
  };

  const read: SiteReader["read"] = async ({ url, etag, lastModified }, { pauseMilliseconds }) => {
    const headers: Record<string, string> = {};
    if (etag) headers["if-none-match"] = etag;
    if (lastModified) headers["if-modified-since"] = lastModified;
    return toAnswer(await ask(url, { headers, follow: false, types: READABLE }, pauseMilliseconds));
  };

  return { readRules, listPages, read };
}

function toAnswer(answer: Fetched | FetchRefused): SiteAnswer {
  if (answer instanceof FetchRefused) {
    const { message: reason, passing, status, retryAfterMs } = answer;
    return status === 404 || status === 410
      ? { kind: "gone", reason }
      : { kind: "refused", reason, passing, retryAfterMs };
  }
  const { status, location, robotsTag, contentType, body, etag, lastModified } = answer;
  if (status === 304) return { kind: "unchanged", robotsTag };
  if (location !== null && status >= 300) return { kind: "moved", to: location };
  return { kind: "page", contentType, body, etag, lastModified, robotsTag };
}

// 401, 403 and 429 are no "there is none", yet RFC 9309 has every 4xx but the last mean it.
function isAbsent({ status, passing }: FetchRefused): boolean {
  return status !== undefined && status >= 400 && status < 500 && !passing;
}
