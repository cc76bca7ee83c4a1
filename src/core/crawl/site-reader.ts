// What a crawl needs of the web.

export interface SiteRules {
  /** What robots.txt says to us. */
  allows(url: string): boolean;
  /** Milliseconds between two questions to this site: ours, or what `Crawl-delay` asks for, at most 15 s. */
  pauseMilliseconds: number;
  /** Addresses of sitemaps that robots.txt names, or the usual place. */
  sitemaps: string[];
}

export interface KnownPage {
  url: string;
  etag: string | null;
  lastModified: string | null;
}

export type SiteAnswer =
  | {
      kind: "page";
      contentType: string;
      body: Uint8Array;
      etag: string | null;
      lastModified: string | null;
      /** `X-Robots-Tag` as it came. */
      robotsTag: string | null;
    }
  /** As it was when `etag` or `lastModified` was given. */
  | { kind: "unchanged"; robotsTag: string | null }
  | { kind: "moved"; to: string }
  /** The server says that it is not there any more. */
  | { kind: "gone"; reason: string }
  /** `passing` when it is worth asking again; the server may have said after how many milliseconds. */
  | { kind: "refused"; reason: string; passing: boolean; retryAfterMs?: number };

export type NoRules = { refused: string; passing: boolean; retryAfterMs?: number };

/**
 * Whatever is asked of a host waits for its turn and leaves it the pause it is owed. All that is thrown is a Failure
 * `rate_limited`: the host wants to be left alone for longer than is waited here.
 */
export interface SiteReader {
  /** robots.txt of a page's host, or why it cannot be had though it may be there: then nothing may be read yet. */
  readRules(url: string): Promise<SiteRules | NoRules>;
  /** The pages that a site's sitemaps name, at most `most`. Null where there is no sitemap. */
  listPages(rules: SiteRules, most: number): Promise<string[] | null>;
  /** One page. Redirects are told, not followed. */
  read(page: KnownPage, rules: SiteRules): Promise<SiteAnswer>;
}
