// What a site's first page says of the site: its name, icon and colour, and how many pages its sitemap has.
import { parseHTML } from "linkedom";
import type { SiteReader } from "@/core/crawl/site-reader";
import type { SiteFace, SiteFaces } from "@/core/tenant/site-face";
import { toBrandColor } from "./brand-color";
import { toText } from "./decoded-text";
import { FetchRefused } from "./fetch-refused";
import { type GuardedFetchOptions, openGuardedFetch } from "./guarded-fetch";
import { requireShallowText } from "./html-depth";
import { readIcon } from "./site-icon";

const PAGE = { timeoutMilliseconds: 8_000, maxBytes: 3_000_000 };
const EXTRA_MS = 6_000;
const MANIFEST = { timeoutMilliseconds: 4_000, maxBytes: 200_000 };
/** All that matters stands at a page's beginning. */
const MOST_HEAD = 200_000;
const MOST_PAGES = 5_000;
const HTML = /^(?:text\/html|application\/xhtml\+xml)$/;

export function openSiteFaces(options: GuardedFetchOptions, sites: SiteReader): SiteFaces {
  const get = openGuardedFetch(options);

  const look: SiteFaces["look"] = async (address) => {
    const page = await get(address, { ...PAGE, types: HTML }).catch(toRefused);
    if ("refused" in page) return page;
    const head = readHead(toText(page.body, page.contentType));
    const toWhole = (href: string | null) =>
      href && URL.canParse(href, page.url) ? new URL(href, page.url).href : null;
    const [icon, manifest, site] = await Promise.all([
      within(readIcon(get, [...head.icons.map(toWhole), toWhole("/favicon.ico")])),
      within(readManifest(toWhole(head.manifest))),
      within(readSitemap(page.url)),
    ]);
    const colors = [...head.colors, manifest?.color ?? ""];
    return {
      url: page.url,
      title: head.title,
      name: head.name || manifest?.name || "",
      icon,
      color: colors.map(toBrandColor).find((color) => color !== null) ?? null,
      sitemapPages: site?.pages ?? null,
      mayRead: site?.mayRead ?? true,
    } satisfies SiteFace;
  };

  const readManifest = async (url: string | null) => {
    if (url === null) return null;
    const { body } = await get(url, MANIFEST);
    const said: unknown = JSON.parse(toText(body));
    const of = (name: string) => toLine(String(Object(said)[name] ?? ""));
    return { color: of("theme_color"), name: of("short_name") || of("name") };
  };

  const readSitemap = async (url: string) => {
    const rules = await sites.readRules(url);
    if ("refused" in rules) return null;
    const pages = await within(sites.listPages(rules, MOST_PAGES));
    return { mayRead: rules.allows(url), pages: pages?.length ?? null };
  };
  return { look };
}

function toRefused(error: unknown): { refused: string } {
  if (error instanceof FetchRefused) return { refused: error.message };
  throw error;
}

/** Null for what fails or takes too long: the look goes on without it. */
function within<T>(asked: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), EXTRA_MS).unref());
  return Promise.race([asked.catch(() => null), late]);
}

function readHead(html: string) {
  const text = html.slice(0, MOST_HEAD);
  requireShallowText(text);
  const { document } = parseHTML(text);
  const meta = (name: string) =>
    Array.from(document.querySelectorAll(`meta[name="${name}" i],meta[property="${name}" i]`), (one) =>
      toLine(one.getAttribute("content") ?? ""),
    ).filter(Boolean);
  const links = (rel: RegExp) =>
    [...document.querySelectorAll("link[rel][href]")].filter((link) => rel.test(link.getAttribute("rel") ?? ""));
  const href = (link: Element | undefined) => link?.getAttribute("href") ?? null;
  return {
    title: toLine(document.querySelector("title")?.textContent ?? ""),
    name: [...meta("og:site_name"), ...meta("application-name"), ...meta("apple-mobile-web-app-title")][0] ?? "",
    colors: [
      ...meta("theme-color"),
      ...meta("msapplication-TileColor"),
      ...links(/\bmask-icon\b/i).map((link) => link.getAttribute("color") ?? ""),
    ],
    // The large one first: it is drawn sharply.
    icons: [...links(/\bapple-touch-icon\b/i), ...links(/(?:^|\s)icon(?:\s|$)/i)].map(href).slice(0, 4),
    manifest: href(links(/(?:^|\s)manifest(?:\s|$)/i)[0]),
  };
}

function toLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}
