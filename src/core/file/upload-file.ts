import { inOwnConversation } from "@/core/conversation/own-conversation";
import { newId } from "@/core/id/id";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import { addFile, type FileAllowance, findAllowance, reserveFile } from "@/store/file-rows";
import { toFileKey, toFileName, type Upload } from "./file";
import { toFileLink } from "./file-link";

/** An upload that has not ended after this long never does: what it left in the store is removed. */
const ABANDONED_MS = 3600_000;

/**
 * Takes a visitor's file into a conversation that answers to them (else as `requireOwn` says), within the tenant's
 * quota. `conversation_closed` where it takes nothing any more, `scope_refused` while the tenant has files switched off. Bytes and row are there when this returns; of an upload
 * that breaks off, at any moment, nothing stays.
 */
export async function uploadFile(visitor: Visitor, conversationId: string, upload: Upload) {
  const { product, tenantId } = visitor;
  const allowance = await inOwnConversation(visitor, conversationId, (sql, row) => {
    requireNotClosed(row);
    return findAllowance(sql, tenantId);
  });
  requireOn(allowance);
  // Before anything is read of somebody who has no room left.
  requireRoom(allowance, 1);
  const { name: givenName, type, bytes } = await product.uploads.read(upload);
  const name = toFileName(givenName, type);
  const place = { tenantId, conversationId, fileId: newId("file") };
  const size = bytes.byteLength;
  requireRoom(allowance, size);
  await visitor.database.sql((sql) => reserveFile(sql, place, new Date(product.now() + ABANDONED_MS)));
  await product.files.put(toFileKey(place), bytes, type);
  await inOwnConversation(visitor, conversationId, async (sql, row) => {
    requireNotClosed(row);
    const present = await findAllowance(sql, tenantId, true);
    requireOn(present);
    requireRoom(present, size);
    await addFile(sql, { ...place, name, type, size, now: new Date(product.now()) });
  });
  return { fileId: place.fileId, name, type, size, ...(await toFileLink(product, place)) };
}

function requireNotClosed({ status }: { status: string }): void {
  if (status === "closed") throw new Failure("conversation_closed");
}

function requireOn({ on }: FileAllowance): void {
  if (!on) throw new Failure("scope_refused", { detail: "This site does not take files." });
}

function requireRoom({ used, most }: FileAllowance, size: number): void {
  if (used + size > most)
    throw new Failure("quota_exceeded", { detail: "There is no room for more files.", reason: "file quota" });
}
