import type { Transaction } from "@/store/database";
import type { UseKind } from "@/store/observation-rows";

const DAY_MS = 24 * 3600_000;

/**
 * How many requests used each subject of a kind in the last 24 hours, counted by the hour; what was used within the last
 * half minute may not be among them yet. Subjects that were not used are missing.
 */
export async function countUses(tx: Transaction, kind: UseKind, now: number): Promise<Map<string, number>> {
  const rows = await tx.useCount.groupBy({
    by: ["subject"],
    where: { kind, hour: { gt: new Date(now - DAY_MS) } },
    _sum: { count: true },
  });
  return new Map(rows.map(({ subject, _sum }) => [subject, _sum.count ?? 0]));
}
