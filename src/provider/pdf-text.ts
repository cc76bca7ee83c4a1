// A PDF's text, page by page.
import { getDocumentProxy } from "unpdf";
import type { ReadDocument } from "@/core/source/document-reader";
import { FetchRefused } from "./fetch-refused";

const MOST_PAGES = 2000;

/** Each page is a part of its own, anchored as PDF viewers do it. Throws FetchRefused. */
export async function readPdf(bytes: Uint8Array): Promise<ReadDocument> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const encrypted = error instanceof Error && error.name === "PasswordException";
    throw new FetchRefused(
      encrypted ? "The PDF is encrypted with a password. It can be read without one." : "The PDF is broken.",
    );
  });
  if (pdf.numPages > MOST_PAGES) throw new FetchRefused(`The PDF has more than ${MOST_PAGES} pages.`);
  const parts: ReadDocument["parts"] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = toParagraphs(items as Item[]);
    if (text) parts.push({ text, anchor: `page=${number}` });
    page.cleanup();
  }
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: { Title?: unknown } };
  const title = typeof info.Title === "string" ? info.Title.replace(/\s+/g, " ").trim() : "";
  if (parts.length === 0) throw new FetchRefused("There is no text in this PDF; pictures of text are not read.");
  return { title, parts, links: [], canonical: null, noIndex: false };
}

interface Item {
  str?: string;
  hasEOL?: boolean;
  height?: number;
  transform?: number[];
}

// Lines that stand further apart than lines do begin a paragraph; a word parted at a line's end is joined.
function toParagraphs(items: Item[]): string {
  let text = "";
  let lineY: number | undefined;
  for (const { str = "", hasEOL, height = 0, transform } of items) {
    const y = transform?.[5];
    if (str.trim() && y !== undefined) {
      if (lineY !== undefined && Math.abs(lineY - y) > 1.8 * (height || 10)) text = `${text.trimEnd()}\n\n`;
      lineY = y;
    }
    text += str;
    if (hasEOL) text += "\n";
  }
  return text
    .replace(/(\p{L})-\n(\p{Ll})/gu, "$1$2")
    .replace(/([^\n])\n(?!\n)/g, "$1 ")
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
