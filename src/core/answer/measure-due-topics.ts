import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { listTenantsToMeasure } from "@/store/topic-rows";
import { measureTopic } from "./measure-topic";

/** Of fewer passages nothing can be learned. */
const FEWEST_PASSAGES = 20;
const AT_ONCE = 5;

/**
 * Measures the lines of tenants whose passages changed; returns of how many. A tenant whose passages cannot be measured
 * now is told in the log and holds up no other. Several workers may do so at once.
 */
export async function measureDueTopics(product: Product): Promise<number> {
  const due = await product.database.directorySql((sql) => listTenantsToMeasure(sql, FEWEST_PASSAGES, AT_ONCE));
  let measured = 0;
  for (const tenantId of due) {
    try {
      await measureTopic(await admitOperator(product, tenantId));
      measured += 1;
    } catch (error) {
      product.log.warn({ tenantId, error: String(error) }, "where a tenant's topic ends is measured later");
    }
  }
  return measured;
}
