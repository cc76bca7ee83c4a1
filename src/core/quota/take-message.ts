import { observations } from "@/core/observation/observation";
import type { Visitor } from "@/core/visitor/visitor";
import { Failure } from "@/failures";
import type { Sql } from "@/store/database";
import { countMessage } from "@/store/quota-rows";
import { monthOf, nextMonth } from "./month";

/**
 * Counts a message that wants an answer against the tenant's month, in the transaction that stores it: what is not
 * committed was not counted, and never is one more let through than the quota says. Once it is spent: true where the
 * tenant chose search-only answers, else `quota_exceeded`. A tenant without a quota costs nothing.
 */
export async function takeMessage(sql: Sql, visitor: Visitor): Promise<boolean> {
  const { configuration, product, tenantId, origin } = visitor;
  const { quota } = configuration;
  if (!quota) return false;
  const now = product.now();
  if (await countMessage(sql, tenantId, monthOf(now), quota.monthly)) return false;
  const detail = `the month's ${quota.monthly} messages are spent`;
  const degrades = quota.spent === "degrade";
  const reason = degrades ? "reported:quota_exceeded" : "quota_exceeded";
  observations(product).refused({ tenantId, reason, origin, detail, pageUrlHash: null });
  if (degrades) return true;
  throw new Failure("quota_exceeded", { reason: detail, retryAfterSeconds: Math.ceil((nextMonth(now) - now) / 1000) });
}
