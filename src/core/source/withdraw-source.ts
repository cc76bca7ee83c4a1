import { type Author, requireRight } from "@/core/server/server";
import { Failure } from "@/failures";
import { parseExternalId } from "./put-source";
import { removeSource } from "./remove-source";

/** Removes the source that the tenant's server calls `externalId`. Unknown: `not_found`. As `removeSource`. */
export async function withdrawSource(author: Author, given: { externalId: string }): Promise<void> {
  requireRight(author, "admin", "sources");
  const externalId = parseExternalId(given.externalId);
  const { tenantId, database } = author;
  const where = { tenantId_externalId: { tenantId, externalId } };
  const source = await database.transaction((tx) => tx.source.findUnique({ where, select: { id: true } }));
  if (!source) throw new Failure("not_found");
  await removeSource(author, source);
}
