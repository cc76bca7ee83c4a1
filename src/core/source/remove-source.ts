import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Author, requireRight } from "@/core/server/server";
import { Failure } from "@/failures";
import { deletePassages } from "@/store/passage-rows";

export const RemoveSource = z.object({ id: z.string().max(100) });
export type RemoveSource = z.infer<typeof RemoveSource>;

/** Removes a source and its passages: no answer uses it from now on. Unknown: `not_found`. Admins and owners,
 * and the tenant's server. */
export async function removeSource(author: Author, { id }: RemoveSource): Promise<void> {
  requireRight(author, "admin", "sources");
  await author.database.transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id }, select: { title: true } });
    if (!source) throw new Failure("not_found");
    // First, because it waits for whoever is reading the source: their passages are seen below.
    const removed = await tx.source.deleteMany({ where: { id } });
    if (removed.count === 0) throw new Failure("not_found");
    const passages = await tx.passage.findMany({ where: { sourceId: id }, select: { id: true } });
    await deletePassages(
      tx,
      author.tenantId,
      passages.map((passage) => passage.id),
    );
    await recordAudit(tx, author, "source.removed", id, { title: source.title });
  });
}
