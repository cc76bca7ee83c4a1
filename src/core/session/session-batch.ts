// Sessions that begin at the same time are committed together: a few transactions under way instead of one each, and
// nobody waits for more than the next of them to end.
import type { Product } from "@/core/product";
import { Failure } from "@/failures";
import { insertSessions, type SessionRow } from "@/store/session-rows";

interface Waiting {
  row: SessionRow;
  resolve(): void;
  reject(error: unknown): void;
}

interface Batch {
  waiting: Waiting[];
  running: number;
}

const MOST_AT_ONCE = 200;
/** While one waits for the disk, the next is on its way. */
const MOST_RUNNING = 3;
const batches = new WeakMap<Product, Map<string, Batch>>();

/** Resolves when the session is committed; `token_invalid` where what it stands on has been ended meanwhile. */
export function writeSession(product: Product, tenantId: string, row: SessionRow): Promise<void> {
  const perTenant = batches.get(product) ?? new Map<string, Batch>();
  batches.set(product, perTenant);
  const batch = perTenant.get(tenantId) ?? { waiting: [], running: 0 };
  perTenant.set(tenantId, batch);
  return new Promise((resolve, reject) => {
    batch.waiting.push({ row, resolve, reject });
    if (batch.running >= MOST_RUNNING) return;
    batch.running += 1;
    void drain(product, tenantId, batch).then(() => {
      if (batch.running === 0) perTenant.delete(tenantId);
    });
  });
}

async function drain(product: Product, tenantId: string, batch: Batch): Promise<void> {
  while (batch.waiting.length > 0) {
    const now = batch.waiting.splice(0, MOST_AT_ONCE);
    try {
      const rows = now.map(({ row }) => row);
      const stored = await product.database.tenant(tenantId).sql((sql) => insertSessions(sql, tenantId, rows));
      for (const { row, resolve, reject } of now) {
        if (stored.has(row.id)) resolve();
        else reject(new Failure("token_invalid", { reason: "what it stands on was revoked a moment ago" }));
      }
    } catch (error) {
      for (const { reject } of now) reject(error);
    }
  }
  // In the same turn as the last look at the queue: whoever comes now starts anew.
  batch.running -= 1;
}
