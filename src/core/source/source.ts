// A document the tenant gave us, and how it becomes passages.
import { newId, sha256Hex } from "@/core/id/id";
import { cutPassages } from "@/core/passage/cut-passages";
import type { Transaction } from "@/store/database";
import { deletePassages, insertPassages, movePassages } from "@/store/passage-rows";

export type SourceStatus = "waiting" | "reading" | "ready" | "failed";

/** One megabyte of text. */
export const MOST_CHARACTERS = 1_000_000;

/** Brings a source's passages to what its text says now; passages that did not change keep their rows. */
export async function replacePassages(
  tx: Transaction,
  tenantId: string,
  source: { id: string; title: string; url: string | null; text: string },
): Promise<number> {
  const wanted = await Promise.all(
    cutPassages(source.text, source.title).map(async (cut, position) => {
      const parts = [source.title, source.url, ...cut.headings, cut.text];
      return { ...cut, position, contentHash: await sha256Hex(JSON.stringify(parts)) };
    }),
  );
  const present = await tx.passage.findMany({
    where: { tenantId, sourceId: source.id },
    select: { id: true, position: true, contentHash: true },
    orderBy: { position: "asc" },
  });
  const unused = new Map<string, { id: string; position: number }[]>();
  for (const row of present) unused.set(row.contentHash, [...(unused.get(row.contentHash) ?? []), row]);
  const added = [];
  const moved = [];
  for (const passage of wanted) {
    const kept = unused.get(passage.contentHash)?.shift();
    if (!kept) added.push({ ...passage, id: newId("passage"), title: source.title, url: source.url });
    else if (kept.position !== passage.position) moved.push({ id: kept.id, position: passage.position });
  }
  await deletePassages(
    tx,
    tenantId,
    [...unused.values()].flat().map(({ id }) => id),
  );
  await movePassages(tx, moved);
  await insertPassages(tx, tenantId, source.id, added);
  return wanted.length;
}
