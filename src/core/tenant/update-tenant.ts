import { z } from "zod";
import { recordAudit, toChanges } from "@/core/audit/record-audit";
import { type Member, requireRecentSignIn, requireRole } from "@/core/member/member";
import { named, requireAsSeen } from "@/core/settings/some-of";
import { lockDoor } from "@/store/door-lock";
import { demands, proofOfWorkRules, Quota, TenantName, toQuota, VisitorMessages } from "./tenant";

const Settings = z.object({
  name: TenantName.optional(),
  demand: z.enum(demands).optional(),
  /** Let through what `demand` would refuse, and count it. */
  demandReportOnly: z.boolean().optional(),
  developmentOrigins: z.boolean().optional(),
  proofOfWork: z.enum(proofOfWorkRules).optional(),
  /** Null takes the quota away. */
  quota: Quota.nullable().optional(),
  /** Null for what the installation lets through. */
  visitorMessages: VisitorMessages.nullable().optional(),
  filesOn: z.boolean().optional(),
  /** Bytes of visitors' files that are kept at most. */
  filesMostBytes: z.int().min(0).max(1e13).optional(),
  /** Conversations without a word for so many days are erased; null keeps them. */
  retentionDays: z.int().min(1, "From 1 day.").max(3650, "At most ten years.").nullable().optional(),
});

/** `seen`: what the page showed of them. */
export const UpdateTenant = Settings.extend({ seen: Settings.optional() });
export type UpdateTenant = z.infer<typeof UpdateTenant>;

/**
 * Changes the named settings and leaves the others; `conflict` when one is no longer as `seen`. Admins and owners; what
 * visitors must prove, and a shorter keeping that erases conversations, with a recent sign-in.
 */
export async function updateTenant(member: Member, input: UpdateTenant): Promise<void> {
  requireRole(member, "admin");
  // Only what the schema names: whatever else a caller sends with it is nothing to be stored.
  const { quota, seen, ...given } = UpdateTenant.parse(input);
  const change = { ...named(given), ...(quota === undefined ? {} : toStoredQuota(quota)) };
  if (Object.keys(change).length === 0) return;
  if ("demand" in change || "demandReportOnly" in change) requireRecentSignIn(member);
  await member.database.transaction(async (tx) => {
    await lockDoor(tx, member.tenantId);
    const where = { id: member.tenantId };
    const before = await tx.tenant.findUniqueOrThrow({ where });
    const shown = { ...before, quota: toQuota(before), filesMostBytes: Number(before.filesMostBytes) };
    requireAsSeen(seen, shown, "these settings");
    if (isShorter(before.retentionDays, given.retentionDays)) requireRecentSignIn(member);
    await tx.tenant.update({ where, data: change });
    await recordAudit(tx, member, "tenant.updated", member.tenantId, toChanges(before, change));
  });
}

/** Whether conversations that would have been kept are erased from now on. */
function isShorter(before: number | null, after: number | null | undefined): boolean {
  return typeof after === "number" && (before === null || after < before);
}

function toStoredQuota(quota: Quota | null) {
  return quota ? { monthlyMessages: quota.monthly, quotaSpent: quota.spent } : { monthlyMessages: null };
}
