import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { toNextSync } from "./source";

const MOST_AT_ONCE = 50;

/** Has the sources whose schedule says so read again. Returns how many; two workers count one source once. */
export async function startDueSyncs(product: Product): Promise<number> {
  const now = product.now();
  const isDue = { nextSyncAt: { lte: new Date(now) }, status: { in: ["ready", "failed"] } };
  const due = await product.database.directory((tx) =>
    tx.source.findMany({ where: isDue, select: { id: true, tenantId: true, kind: true }, take: MOST_AT_ONCE }),
  );
  let started = 0;
  for (const { id, tenantId, kind } of due) {
    const { database } = await admitOperator(product, tenantId);
    const taken = await database.transaction(async (tx) => {
      const source = await tx.source.findUnique({ where: { id }, select: { schedule: true } });
      const nextSyncAt = toNextSync(source?.schedule ?? "off", now);
      const data = { nextSyncAt, status: "waiting", leasedUntil: null, attempts: 0 };
      return (await tx.source.updateMany({ where: { id, ...isDue }, data })).count;
    });
    if (taken === 1 && kind === "page") await product.jobs.send("read-source", { tenantId, sourceId: id });
    started += taken;
  }
  return started;
}
