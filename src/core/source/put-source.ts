import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { newId, sha256Hex } from "@/core/id/id";
import { toVisibleText } from "@/core/passage/cut-passages";
import { type Author, requireRight } from "@/core/server/server";
import { fieldFailure } from "@/failures";
import { AddTextSource } from "./add-text-source";
import { replacePassages } from "./source";

/** The tenant's own id of a document: 1 to 200 visible characters. */
export const ExternalId = z.string().regex(/^[^\s\p{C}]{1,200}$/u, "Use 1 to 200 characters without spaces.");

export const PutSource = AddTextSource.omit({ submission: true });
export type PutSource = z.infer<typeof PutSource>;

/**
 * Brings the source that the tenant's server calls `externalId` to this text, searchable when this returns; makes it
 * where there is none. The same again changes nothing. Of two at once both count, one after the other. Admins and owners,
 * and the tenant's server.
 */
export async function putSource(author: Author, given: PutSource & { externalId: string }) {
  requireRight(author, "admin", "sources");
  const externalId = parseExternalId(given.externalId);
  const { title, url = null } = given;
  const text = toVisibleText(given.text);
  if (text.trim() === "") throw fieldFailure("text", "There is no text in it.");
  const contentHash = await sha256Hex(text);
  const { tenantId, product } = author;
  return author.database.transaction(async (tx) => {
    const where = { tenantId_externalId: { tenantId, externalId } };
    const present = await tx.source.findUnique({ where });
    const same = present?.contentHash === contentHash && present.title === title && present.url === url;
    if (present && same) return { sourceId: present.id, externalId, changed: false };
    const said = { kind: "text", title, url, content: text, contentHash, status: "ready", failure: null };
    const data = { ...said, readAt: new Date(product.now()) };
    const create = { ...data, id: newId("source"), tenantId, externalId };
    // Locks the row, also against another that makes it now: their passages are seen below.
    const { id } = await tx.source.upsert({ where, create, update: data });
    const passages = await replacePassages(tx, tenantId, { id, title, url, text });
    await recordAudit(tx, author, present ? "source.updated" : "source.added", id, { kind: "text", title, passages });
    return { sourceId: id, externalId, changed: true };
  });
}

/** Throws `input_invalid` for what can be no document's id. */
export function parseExternalId(text: string): string {
  const parsed = ExternalId.safeParse(text);
  if (!parsed.success) throw fieldFailure("externalId", parsed.error.issues[0]?.message ?? "");
  return parsed.data;
}
