import type { Product } from "@/core/product";

const MOST_AT_ONCE = 50;

/** The tenants whose test set waits for being asked, those first that wait longest. */
export async function listDueGoldenRuns(product: Product): Promise<string[]> {
  const free = { OR: [{ leasedUntil: null }, { leasedUntil: { lte: new Date(product.now()) } }] };
  const rows = await product.database.directory((tx) =>
    tx.goldenRun.findMany({
      where: free,
      select: { tenantId: true },
      orderBy: { startedAt: "asc" },
      take: MOST_AT_ONCE,
    }),
  );
  return rows.map(({ tenantId }) => tenantId);
}
