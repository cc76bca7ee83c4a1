// A document the tenant gave us, and how it becomes passages.
import { z } from "zod";
import { newId, sha256Hex } from "@/core/id/id";
import { cutPassages } from "@/core/passage/cut-passages";
import type { Transaction } from "@/store/database";
import { detectLanguage, toLanguageOf } from "@/store/detect-language";
import { deletePassages, insertPassages, movePassages, relexPassages } from "@/store/passage-rows";

export const sourceKinds = ["site", "page", "file", "text", "qa"] as const;
export type SourceKind = (typeof sourceKinds)[number];
export type SourceStatus = "waiting" | "reading" | "ready" | "failed";

export const Schedule = z.enum(["off", "daily", "weekly"]);
export type Schedule = z.infer<typeof Schedule>;

/** What a source is written in. */
export const SourceLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Use a language tag such as en or pt-BR.");

const DAY_MS = 24 * 3600_000;
const schedules: Record<Schedule, number | null> = { off: null, daily: DAY_MS, weekly: 7 * DAY_MS };

/** When a source with this schedule is read again. */
export function toNextSync(schedule: string, now: number): Date | null {
  const after = schedules[schedule as Schedule];
  return after ? new Date(now + after) : null;
}

/** One megabyte of text. */
export const MOST_CHARACTERS = 1_000_000;

/** What a document says. `parts` where it has places of its own, such as a PDF's pages; else `text`. */
export interface SourceText {
  id: string;
  title: string;
  url: string | null;
  text?: string;
  parts?: { text: string; anchor: string | null }[];
  /** Of several pages of a source, the one at `url`: passages of the others stay as they are. */
  onlyUrl?: boolean;
}

/**
 * Brings a source's passages to what its text says now, in the language the tenant named or the one the text is told by;
 * passages that did not change keep their rows.
 */
export async function replacePassages(tx: Transaction, tenantId: string, source: SourceText): Promise<number> {
  const parts = source.parts ?? [{ text: source.text ?? "", anchor: null }];
  const tag = (await tx.source.findUnique({ where: { id: source.id }, select: { language: true } }))?.language;
  const language = tag ? toLanguageOf(tag) : (detectLanguage(parts.map(({ text }) => text).join("\n"), 3) ?? "english");
  const cuts = parts.flatMap((part) =>
    cutPassages(part.text, source.title).map((cut) => ({
      ...cut,
      anchor: part.anchor ?? cut.anchor,
      part: part.anchor,
    })),
  );
  const wanted = await Promise.all(
    cuts.map(async ({ part, ...cut }, position) => {
      const said = [source.title, source.url, ...cut.headings, cut.text, ...(part === null ? [] : [part])];
      return { ...cut, position, contentHash: await sha256Hex(JSON.stringify(said)) };
    }),
  );
  const present = await tx.passage.findMany({
    where: { tenantId, sourceId: source.id, ...(source.onlyUrl && { url: source.url }) },
    select: { id: true, position: true, contentHash: true, language: true },
    orderBy: { position: "asc" },
  });
  const unused = new Map<string, typeof present>();
  for (const row of present) unused.set(row.contentHash, [...(unused.get(row.contentHash) ?? []), row]);
  const added = [];
  const moved = [];
  const otherwise: string[] = [];
  for (const passage of wanted) {
    const kept = unused.get(passage.contentHash)?.shift();
    if (!kept) {
      added.push({ ...passage, id: newId("passage"), title: source.title, url: source.url });
      continue;
    }
    if (kept.position !== passage.position) moved.push({ id: kept.id, position: passage.position });
    if (kept.language !== language) otherwise.push(kept.id);
  }
  await deletePassages(
    tx,
    tenantId,
    [...unused.values()].flat().map(({ id }) => id),
  );
  await movePassages(tx, moved);
  await relexPassages(tx, tenantId, otherwise, language);
  await insertPassages(tx, tenantId, source.id, added, language);
  return wanted.length;
}

/** Removes the passages that came from these pages of a source, or all of them. */
export async function removePassages(tx: Transaction, tenantId: string, sourceId: string, urls?: string[]) {
  const where = { sourceId, ...(urls && { url: { in: urls } }) };
  const passages = await tx.passage.findMany({ where, select: { id: true } });
  await deletePassages(
    tx,
    tenantId,
    passages.map(({ id }) => id),
  );
}
