import type { ReadDocument } from "@/core/source/document-reader";
import { MOST_CHARACTERS, removePassages, replacePassages } from "@/core/source/source";
import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import { NO_INDEX, type TakenPage } from "./fetch-page";
import { type Crawl, inLease } from "./lease";
import { queueAddresses, queueLinks, toSitePages } from "./queue-links";
import { parseRobotsTag } from "./robots-tag";

const MOST_LINKS = 500;

export interface FetchedPage extends TakenPage {
  contentType: string;
  body: Uint8Array<ArrayBuffer>;
}

/** Makes passages of a page that was fetched; unchanged bytes change nothing. */
export async function takeInPage(crawl: Crawl, page: FetchedPage): Promise<void> {
  const { url, body, contentType } = page;
  const facts = { contentType, url, owner: crawl.member.tenantId };
  const contentHash = await sha256(body);
  const tag = parseRobotsTag(page.robotsTag);
  const read =
    contentHash === page.contentHash && !tag.noIndex
      ? ("unchanged" as const)
      : await crawl.member.product.documents.read(body, facts).catch(toReason);
  await inLease(crawl, async (tx) => {
    const set = (data: object) =>
      tx.crawlPage.updateMany({ where: { sourceId: crawl.sourceId, url }, data: { body: null, attempts: 0, ...data } });
    if (read === "unchanged") {
      await set({ state: "done", reason: null });
      return queueLinks(tx, crawl, page, page.links);
    }
    const leads = typeof read === "string" || tag.noFollow ? [] : read.links;
    const links = toSitePages(crawl.start, leads).slice(0, MOST_LINKS);
    await queueLinks(tx, crawl, { ...page, doubleOf: null }, links);
    const reason = typeof read === "string" ? read : whyNot(read, tag.noIndex);
    const doubleOf = reason === null && typeof read !== "string" ? await findDouble(tx, crawl, page, read) : null;
    if (reason !== null || typeof read === "string" || doubleOf?.isRead) {
      await removePassages(tx, crawl.member.tenantId, crawl.sourceId, [url]);
      const why = reason ?? toSame(doubleOf?.url ?? "");
      await set({ state: "skipped", reason: why, contentHash: null, doubleOf: null, links });
      return;
    }
    const title = read.title.trim().slice(0, 200) || new URL(url).pathname;
    const parts = toWithin(read.parts);
    const passages = { id: crawl.sourceId, title, url, parts, onlyUrl: true };
    await replacePassages(tx, crawl.member.tenantId, passages);
    // Kept until the round's end tells whether the one it is the same as can be read.
    await set({ state: "done", reason: null, title, contentHash, doubleOf: doubleOf?.url ?? null, links });
  });
}

function whyNot(read: ReadDocument, noIndex: boolean): string | null {
  if (read.noIndex || noIndex) return NO_INDEX;
  return read.parts.some(({ text }) => text.trim() !== "") ? null : "There is no text on this page.";
}

/** The page of the site that a page says it is the same as, which is read as well; null for none. */
async function findDouble(tx: Transaction, crawl: Crawl, page: TakenPage, { canonical }: ReadDocument) {
  const [url] = toSitePages(crawl.start, canonical ? [canonical] : []);
  if (!url || url === page.url) return null;
  await queueAddresses(tx, crawl, [url], page.depth);
  const where = { sourceId: crawl.sourceId, url, round: crawl.round, state: "done", doubleOf: null };
  return { url, isRead: (await tx.crawlPage.count({ where })) > 0 };
}

export function toSame(url: string): string {
  return `It is the same as ${url}.`;
}

function toReason(error: unknown): string {
  if (error instanceof Failure) return error.detail;
  throw error;
}

function toWithin(parts: ReadDocument["parts"]): ReadDocument["parts"] {
  let room = MOST_CHARACTERS;
  return parts.map(({ text, anchor }) => {
    const kept = text.slice(0, Math.max(0, room));
    room -= kept.length;
    return { text: kept, anchor };
  });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
