import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { Failure } from "@/failures";

export const SyncSource = z.object({ id: z.string().max(100) });
export type SyncSource = z.infer<typeof SyncSource>;

/** Has a page or a site read again now; one that is being read goes on. Other kinds have nothing to read: `conflict`. */
export async function syncSource(member: Member, { id }: SyncSource): Promise<void> {
  requireRole(member, "admin");
  const kind = await member.database.transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id }, select: { kind: true, title: true, status: true } });
    if (!source) throw new Failure("not_found");
    if (source.kind !== "page" && source.kind !== "site")
      throw new Failure("conflict", { detail: "It is read once, when it is given." });
    if (source.status === "reading" && source.kind === "site") return null;
    await tx.source.update({ where: { id }, data: { status: "waiting", leasedUntil: null, attempts: 0 } });
    await recordAudit(tx, member, "source.synced", id, { kind: source.kind, title: source.title });
    return source.kind;
  });
  if (kind === "page") await member.product.jobs.send("read-source", { tenantId: member.tenantId, sourceId: id });
}
