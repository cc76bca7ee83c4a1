import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { demands, TenantName } from "./tenant";

export const UpdateTenant = z.object({
  name: TenantName.optional(),
  demand: z.enum(demands).optional(),
  developmentOrigins: z.boolean().optional(),
  filesOn: z.boolean().optional(),
  /** Bytes of visitors' files that are kept at most. */
  filesMostBytes: z.int().min(0).max(1e13).optional(),
});
export type UpdateTenant = z.infer<typeof UpdateTenant>;

/** Changes the named settings and leaves the others. Admins and owners. */
export async function updateTenant(member: Member, input: UpdateTenant): Promise<void> {
  requireRole(member, "admin");
  const change = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  if (Object.keys(change).length === 0) return;
  await member.database.transaction(async (tx) => {
    await tx.tenant.update({ where: { id: member.tenantId }, data: change });
    await recordAudit(tx, member, "tenant.updated", member.tenantId, change);
  });
}
