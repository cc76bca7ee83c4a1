import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";
import { deletePassages } from "@/store/passage-rows";

export const RemoveSource = z.object({ id: z.string().max(100) });
export type RemoveSource = z.infer<typeof RemoveSource>;

/** Removes a source and its passages: no answer uses it from now on. Unknown: `not_found`. Admins and owners. */
export async function removeSource(member: Member, { id }: RemoveSource): Promise<void> {
  requireRole(member, "admin");
  await member.database.transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id }, select: { title: true } });
    if (!source) throw new Failure("not_found");
    // First, because it waits for whoever is reading the source: their passages are seen below.
    const removed = await tx.source.deleteMany({ where: { id } });
    if (removed.count === 0) throw new Failure("not_found");
    const passages = await tx.passage.findMany({ where: { sourceId: id }, select: { id: true } });
    await deletePassages(
      tx,
      member.tenantId,
      passages.map((passage) => passage.id),
    );
    await recordAudit(tx, member, "source.removed", id, { title: source.title });
  });
}
