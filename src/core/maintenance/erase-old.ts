import type { Product } from "@/core/product";
import { eraseRows } from "@/store/handling-rows";
import { eraseIdleVisitors, listIdleConversations, listRetentions } from "@/store/retention-rows";

const DAY_MS = 24 * 3600_000;
const AT_ONCE = 50;

/** Erases what tenants do not want kept any longer: idle conversations, and visitors of whom nothing else is left. Returns how many conversations. */
export async function eraseOld(product: Product): Promise<number> {
  let erased = 0;
  for (const { tenantId, days } of await product.database.directorySql(listRetentions)) {
    const before = new Date(product.now() - days * DAY_MS);
    const database = product.database.tenant(tenantId);
    for (let count = AT_ONCE; count === AT_ONCE; erased += count)
      count = await database.sql(async (sql) => {
        const ids = await listIdleConversations(sql, before, AT_ONCE);
        for (const id of ids) await eraseRows(sql, id);
        return ids.length;
      });
    await database.sql((sql) => eraseIdleVisitors(sql, before));
  }
  return erased;
}
