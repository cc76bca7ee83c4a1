import { z } from "zod";
import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { MOST_CHARACTERS, replacePassages } from "./source";

export const ReadSource = z.object({ sourceId: z.string().max(100) });
export type ReadSource = z.infer<typeof ReadSource>;

/**
 * Reads a page source and brings its passages up to date. What is wrong with the page is written on the source, with
 * its reason, and is not thrown; a source that was removed meanwhile is nothing to do. `again` when the trouble may
 * pass and reading it once more is worth it. Passages read earlier stay until the page is read again.
 */
export async function readSource(member: Member, { sourceId }: ReadSource): Promise<"done" | "again"> {
  requireRole(member, "admin");
  const { database, tenantId, product } = member;
  const source = await database.transaction(async (tx) => {
    const taken = await tx.source.updateMany({ where: { id: sourceId, kind: "page" }, data: { status: "reading" } });
    return taken.count === 1 ? tx.source.findUnique({ where: { id: sourceId } }) : null;
  });
  if (!source?.url) return "done";
  try {
    const page = await product.pages.read(source.url);
    const content = page.markdown.slice(0, MOST_CHARACTERS);
    if (content.trim() === "") throw new Failure("input_invalid", { detail: "There is no text on this page." });
    const title = page.title.trim().slice(0, 200) || source.title;
    const contentHash = await sha256Hex(content);
    await database.transaction(async (tx) => {
      const readAt = new Date(product.now());
      const data = { title, content, contentHash, status: "ready", failure: null, readAt };
      const still = await tx.source.updateMany({ where: { id: sourceId }, data });
      if (still.count === 0) return;
      await replacePassages(tx, tenantId, { id: sourceId, title, url: page.url, text: content });
    });
    return "done";
  } catch (error) {
    // Whatever it was, the source must not be "being read" for ever.
    const failure = error instanceof Failure ? error.detail : "Something went wrong on our side.";
    await database.transaction((tx) =>
      tx.source.updateMany({ where: { id: sourceId }, data: { status: "failed", failure } }),
    );
    if (!(error instanceof Failure)) throw error;
    return error.retryAfterSeconds === undefined ? "done" : "again";
  }
}
