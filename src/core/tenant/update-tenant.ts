import { z } from "zod";
import { recordAudit } from "@/core/audit/record-audit";
import { type Member, requireRole } from "@/core/member/member";
import { demands, proofOfWorkRules, Quota, TenantName } from "./tenant";

export const UpdateTenant = z.object({
  name: TenantName.optional(),
  demand: z.enum(demands).optional(),
  /** Let through what `demand` would refuse, and count it. */
  demandReportOnly: z.boolean().optional(),
  developmentOrigins: z.boolean().optional(),
  proofOfWork: z.enum(proofOfWorkRules).optional(),
  /** Null takes the quota away. */
  quota: Quota.nullable().optional(),
  filesOn: z.boolean().optional(),
  /** Bytes of visitors' files that are kept at most. */
  filesMostBytes: z.int().min(0).max(1e13).optional(),
});
export type UpdateTenant = z.infer<typeof UpdateTenant>;

/** Changes the named settings and leaves the others. Admins and owners. */
export async function updateTenant(member: Member, input: UpdateTenant): Promise<void> {
  requireRole(member, "admin");
  // Only what the schema names: whatever else a caller sends with it is nothing to be stored.
  const { quota, ...named } = UpdateTenant.parse(input);
  const stored = { ...named, ...(quota === undefined ? {} : toStoredQuota(quota)) };
  const change = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined));
  if (Object.keys(change).length === 0) return;
  await member.database.transaction(async (tx) => {
    await tx.tenant.update({ where: { id: member.tenantId }, data: change });
    await recordAudit(tx, member, "tenant.updated", member.tenantId, change);
  });
}

function toStoredQuota(quota: Quota | null) {
  return quota ? { monthlyMessages: quota.monthly, quotaSpent: quota.spent } : { monthlyMessages: null };
}
