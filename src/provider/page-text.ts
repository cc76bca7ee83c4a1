// The bytes of a page → its title and its main content as markdown, without what a reader does not see.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { ReadDocument } from "@/core/source/document-reader";
import { toText } from "./decoded-text";
import { FetchRefused } from "./fetch-refused";
import { requireShallow, requireShallowText } from "./html-depth";
import { toPlainMarkdown } from "./html-markdown";
import { removeHidden } from "./visible-html";

const MOST_LINKS = 1000;

/** Throws FetchRefused for a type that is no text. `url` is where relative links start. */
export function readPage(body: Uint8Array, contentType: string, url = ""): ReadDocument {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const text = toText(body, contentType);
  if (type === "text/plain" || type === "text/markdown") {
    return toDocument(/^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? "", text);
  }
  if (type !== "text/html" && type !== "application/xhtml+xml" && type !== "") {
    throw new FetchRefused(`A page of type ${type} is not read; HTML, markdown and plain text are.`);
  }
  return readHtml(text, url);
}

/** A document of one part that leads nowhere. */
export function toDocument(title: string, text: string): ReadDocument {
  return { title, parts: [{ text, anchor: null }], links: [], canonical: null, noIndex: false };
}

export function readHtml(html: string, url = ""): ReadDocument {
  requireShallowText(html);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  requireShallow(document as unknown as Node);
  // Before anything is taken out: a link in a menu leads on as well.
  const facts = readFacts(document as unknown as Document, url);
  removeHidden(document as unknown as Document);
  const title = (document.querySelector("title")?.textContent || document.querySelector("h1")?.textContent || "")
    .replace(/\s+/g, " ")
    .trim();
  for (const element of document.querySelectorAll("title")) element.remove();
  const whole = document.body?.innerHTML ?? "";
  // A short page has no "main content" for Readability to find: then all of it is read.
  const article = new Readability(document as unknown as Document, { charThreshold: 200 }).parse();
  const kept = article?.content && (article.length ?? 0) > 200 ? article.content : whole;
  const { document: content } = parseHTML(`<html><body>${kept}</body></html>`);
  const markdown = toPlainMarkdown(content.body as unknown as HTMLElement);
  return { title, parts: [{ text: markdown, anchor: null }], ...facts };
}

function readFacts(document: Document, url: string): Pick<ReadDocument, "links" | "canonical" | "noIndex"> {
  const base = resolve(document.querySelector("base[href]")?.getAttribute("href"), url) ?? url;
  const links = new Set<string>();
  let noFollow = false;
  let noIndex = false;
  for (const meta of document.querySelectorAll("meta[name=robots i],meta[name=gatehouse i]")) {
    const content = meta.getAttribute("content") ?? "";
    noIndex ||= /\b(?:noindex|none)\b/i.test(content);
    noFollow ||= /\b(?:nofollow|none)\b/i.test(content);
  }
  for (const anchor of noFollow ? [] : document.querySelectorAll("a[href]")) {
    if (links.size >= MOST_LINKS) break;
    if (/\bnofollow\b/i.test(anchor.getAttribute("rel") ?? "")) continue;
    const link = resolve(anchor.getAttribute("href"), base);
    if (link) links.add(link);
  }
  const canonical = resolve(document.querySelector("link[rel=canonical i]")?.getAttribute("href"), base);
  return { links: [...links], canonical, noIndex };
}

function resolve(href: string | null | undefined, base: string): string | null {
  if (!href || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  return /^https?:$/.test(url.protocol) && url.href.length <= 2000 ? url.href : null;
}
