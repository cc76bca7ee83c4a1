import type { Product } from "@/core/product";
import { listDueSiteRows } from "@/store/crawl-rows";

const MOST_AT_ONCE = 50;

/** The sites of all tenants that wait for being read: the one that waits longest of each tenant, then the second of each … */
export async function listDueSites({ database, now }: Product): Promise<{ tenantId: string; sourceId: string }[]> {
  const rows = await database.directorySql((sql) => listDueSiteRows(sql, new Date(now()), MOST_AT_ONCE));
  return rows.map(({ id, tenant_id }) => ({ tenantId: tenant_id, sourceId: id }));
}
