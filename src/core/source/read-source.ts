import { z } from "zod";
import { sha256Hex } from "@/core/id/id";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import type { Transaction } from "@/store/database";
import { MOST_CHARACTERS, replacePassages, toNextSync } from "./source";

export const ReadSource = z.object({ sourceId: z.string().max(100) });
export type ReadSource = z.infer<typeof ReadSource>;

/**
 * Reads a page or a file and brings its passages up to date. What is wrong with it is written on the source, with
 * its reason, and is not thrown; a source that was removed meanwhile is nothing to do. `again` when the trouble may
 * pass and reading it once more is worth it. Passages read earlier stay until it is read again.
 */
export async function readSource(member: Member, { sourceId }: ReadSource): Promise<"done" | "again"> {
  requireRole(member, "admin");
  const { database, product } = member;
  const taken = await database.transaction(async (tx) => {
    const where = { id: sourceId, kind: { in: ["page", "file"] } };
    const { count } = await tx.source.updateMany({ where, data: { status: "reading" } });
    if (count === 0) return null;
    const file = await tx.sourceFile.findUnique({ where: { sourceId } });
    return { file, source: await tx.source.findUniqueOrThrow({ where: { id: sourceId } }) };
  });
  if (!taken) return "done";
  const { source, file } = taken;
  const nextSyncAt = toNextSync(source.schedule, product.now());
  try {
    const read = await readBytes(member, source, file);
    const title = (read.title.trim() || source.title).slice(0, 200);
    let room = MOST_CHARACTERS;
    const parts = read.parts.map((part) => {
      const text = part.text.slice(0, Math.max(0, room));
      room -= text.length;
      return { ...part, text };
    });
    const content = parts.map(({ text }) => text).join("\n\n");
    if (content.trim() === "") {
      const detail = source.kind === "page" ? "There is no text on this page." : "There is no text in this file.";
      throw new Failure("input_invalid", { detail });
    }
    const notice = room < 0 ? "It is longer than 1,000,000 characters; the rest is left out." : null;
    const contentHash = await sha256Hex(content);
    const readAt = new Date(product.now());
    const data = { title, content, contentHash, status: "ready", failure: null, notice, readAt, nextSyncAt };
    await database.transaction(async (tx) => {
      if (!(await settle(tx, sourceId, data))) return;
      await replacePassages(tx, member.tenantId, { id: sourceId, title, url: read.url, parts });
    });
    return "done";
  } catch (error) {
    // Whatever it was, the source must not be "being read" for ever.
    const failure = error instanceof Failure ? error.detail : "Something went wrong on our side.";
    await database.transaction(async (tx) => {
      if (error instanceof Failure) return settle(tx, sourceId, { status: "failed", failure, nextSyncAt });
      // The file stays: it is tried again.
      return tx.source.updateMany({ where: { id: sourceId }, data: { status: "failed", failure } });
    });
    if (!(error instanceof Failure)) throw error;
    return error.retryAfterSeconds === undefined ? "done" : "again";
  }
}

async function readBytes(
  { product, tenantId }: Member,
  source: { kind: string; url: string | null; title: string },
  file: { name: string; bytes: Uint8Array } | null,
) {
  if (source.kind === "page") return product.pages.read(source.url ?? "", tenantId);
  if (!file) throw new Failure("input_invalid", { detail: "The file is not there any more. Upload it again." });
  const facts = { contentType: "", name: file.name, owner: tenantId };
  return { ...(await product.documents.read(file.bytes, facts)), url: source.url };
}

/** A file that was read, or never can be, is not needed any more. False where the source was removed. */
async function settle(tx: Transaction, sourceId: string, data: object): Promise<boolean> {
  const still = await tx.source.updateMany({ where: { id: sourceId }, data });
  await tx.sourceFile.deleteMany({ where: { sourceId } });
  return still.count > 0;
}
