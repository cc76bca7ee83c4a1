// How a site presents itself: what a new tenant's settings are proposed from.

export interface SiteFace {
  /** Where redirects led. */
  url: string;
  /** What the site calls itself; empty where it does not say. */
  name: string;
  /** The page's title; empty where it has none. */
  title: string;
  /** A picture as a data: address, at most 100 kB; null where none could be had. */
  icon: string | null;
  /** `#rrggbb`; null where the site names none, or only white, black or a grey. */
  color: string | null;
  /** How many pages its sitemap names, 5,000 at most; null without a sitemap, or where it took too long. */
  sitemapPages: number | null;
  /** Whether its robots.txt lets us read the page. */
  mayRead: boolean;
}

export interface SiteFaces {
  /** Looks at one page, its icon and its sitemap, within about fifteen seconds. Where the page cannot be read, why. */
  look(url: string): Promise<SiteFace | { refused: string }>;
}
