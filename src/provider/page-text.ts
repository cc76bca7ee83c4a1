// The bytes of a page → its title and its main content as markdown, without what a reader does not see.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { FetchRefused } from "./guarded-fetch";
import { toPlainMarkdown } from "./html-markdown";
import { removeHidden } from "./visible-html";

/** Throws FetchRefused for a type that is no text. */
export function toMarkdown(body: Uint8Array, contentType: string): { title: string; markdown: string } {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const text = decode(body, contentType);
  if (type === "text/plain" || type === "text/markdown") {
    return { title: /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? "", markdown: text };
  }
  if (type !== "text/html" && type !== "application/xhtml+xml" && type !== "") {
    throw new FetchRefused(`A page of type ${type} is not read; HTML, markdown and plain text are.`);
  }
  return htmlToMarkdown(text);
}

function htmlToMarkdown(html: string): { title: string; markdown: string } {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
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
  return { title, markdown: toPlainMarkdown(content.body as unknown as HTMLElement) };
}

// The charset of the header, then of the page's own meta element (WHATWG: within the first 1024 bytes), then UTF-8.
function decode(body: Uint8Array, contentType: string): string {
  const start = new TextDecoder("latin1").decode(body.subarray(0, 1024));
  const named = /charset\s*=\s*["']?([\w.:-]+)/i;
  const charset =
    named.exec(contentType)?.[1] ?? /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
