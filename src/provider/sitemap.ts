// Sitemaps: the pages a site names itself.
import { gunzipSync } from "node:zlib";
import { XMLParser } from "fast-xml-parser";
import { toText } from "./decoded-text";

/** Unpacked. The protocol's own limit is 50 MB; nobody's help pages need a tenth. */
const MOST_BYTES = 10_000_000;
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, removeNSPrefix: true });

export interface Sitemap {
  pages: string[];
  /** Sitemaps that an index names. */
  sitemaps: string[];
}

/** Null for what is no sitemap: broken, too large, or something else. */
export function parseSitemap(body: Uint8Array): Sitemap | null {
  const bytes = unpack(body);
  if (!bytes) return null;
  const text = toText(bytes);
  if (/^\s*https?:\/\//.test(text)) {
    return { pages: text.split(/\s+/).filter((line) => URL.canParse(line)), sitemaps: [] };
  }
  // Entities of one's own are no part of sitemaps, but of attacks.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    const { urlset, sitemapindex } = parser.parse(text) as Record<string, unknown>;
    if (urlset === undefined && sitemapindex === undefined) return null;
    return { pages: locations(urlset, "url"), sitemaps: locations(sitemapindex, "sitemap") };
  } catch {
    return null;
  }
}

function unpack(body: Uint8Array): Uint8Array | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body.byteLength > MOST_BYTES ? null : body;
  try {
    return gunzipSync(body, { maxOutputLength: MOST_BYTES });
  } catch {
    return null;
  }
}

function locations(set: unknown, element: string): string[] {
  const entries = typeof set === "object" && set !== null ? (set as Record<string, unknown>)[element] : undefined;
  const list: unknown[] = entries === undefined ? [] : [entries].flat();
  return list.flatMap((entry) => {
    const loc = typeof entry === "object" && entry !== null ? (entry as { loc?: unknown }).loc : undefined;
    const first: unknown = Array.isArray(loc) ? loc[0] : loc;
    return typeof first === "string" && URL.canParse(first.trim()) ? [first.trim()] : [];
  });
}
