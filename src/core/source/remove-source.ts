import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { requireRecentSignIn } from "@/core/member/member";
import { type Author, requireRight } from "@/core/server/server";
import { Failure } from "@/failures";
import { removePassages } from "./source";

export const RemoveSource = z.object({ id: z.string().max(100) });
export type RemoveSource = z.infer<typeof RemoveSource>;

/** Removes a source and its passages: no answer uses it from now on. Unknown: `not_found`. Admins and owners,
 * with a recent sign-in, and the tenant's server. */
export async function removeSource(author: Author, { id }: RemoveSource): Promise<void> {
  requireRight(author, "admin", "sources");
  if ("role" in author) requireRecentSignIn(author);
  await author.database.transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id }, select: { title: true } });
    if (!source) throw new Failure("not_found");
    // First, because it waits for whoever is reading the source: their passages are seen below.
    const removed = await tx.source.deleteMany({ where: { id } });
    if (removed.count === 0) throw new Failure("not_found");
    await tx.crawlPage.deleteMany({ where: { sourceId: id } });
    await tx.sourceFile.deleteMany({ where: { sourceId: id } });
    await removePassages(tx, author.tenantId, id);
    await recordAudit(tx, author, "source.removed", id, { title: source.title });
  });
}
