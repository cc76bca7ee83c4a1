import type { LimitRule } from "@/core/limit/limit";
import { limitRules } from "@/core/limit/rules";
import type { Member } from "@/core/member/member";
import { toQuota } from "@/core/tenant/tenant";
import { type Forecast, toForecast } from "./forecast";
import { monthOf } from "./month";

/**
 * The messages that were counted this month, the quota they count against, and the limits on how fast they may come.
 * Without a quota none is counted.
 */
export function getUsage(member: Member) {
  const { tenantId, product } = member;
  const now = product.now();
  const month = monthOf(now);
  return member.database.transaction(async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
    const count = await tx.messageCount.findUnique({ where: { tenantId_month: { tenantId, month } } });
    const messages = count?.messages ?? 0;
    const quota = toQuota(tenant);
    const forecast: Forecast | null = quota && toForecast(messages, quota.monthly, now);
    const of = ({ limit, windowSeconds }: LimitRule) => ({ limit, windowSeconds });
    /** Messages that are let in, by visitor and of all together, as they hold on this installation. */
    const limits = {
      visitor: of(product.limiter.ruleOf(limitRules.message)),
      tenant: of(product.limiter.ruleOf(limitRules.tenant)),
    };
    return { month, messages, quota, forecast, limits };
  });
}
