import type { Product } from "@/core/product";
import { listTenantsToRollUp, rollUpDays } from "@/store/usage-rows";

/** A day is over for good an hour after its end: whatever was begun on it is committed. */
const LATE_MS = 3600_000;

/** Adds up the days that are over, of all tenants; returns of how many. Several workers may do so at once. */
export async function rollUpUsage(product: Product): Promise<number> {
  const upto = new Date(product.now() - LATE_MS).toISOString().slice(0, 10);
  const tenants = await product.database.directorySql((sql) => listTenantsToRollUp(sql, upto));
  let done = 0;
  for (const tenantId of tenants) {
    const goOn = () => product.database.tenant(tenantId).sql((sql) => rollUpDays(sql, tenantId, upto));
    const some = await goOn();
    if (some) done += 1;
    for (let more = some; more; more = await goOn());
  }
  return done;
}
