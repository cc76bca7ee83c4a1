import type { Member } from "@/core/member/member";
import { toQuota } from "@/core/tenant/tenant";
import { monthOf } from "./month";

/** The messages that were counted this month, and the quota they count against. Without a quota none is counted. */
export function getUsage(member: Member) {
  const { tenantId, product } = member;
  const month = monthOf(product.now());
  return member.database.transaction(async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    const count = await tx.messageCount.findUnique({ where: { tenantId_month: { tenantId, month } } });
    return { month, messages: count?.messages ?? 0, quota: toQuota(tenant) };
  });
}
