// Whether the session behind a token was ended meanwhile. Asked at every request: remembered until it is announced.

import type { Product } from "@/core/product";
import { Memory } from "@/core/visitor/memory";
import { isSessionLive } from "@/store/session-rows";

// Who ends a session announces it; this is for an announcement that was lost.
const LIFE_MS = 5000;
const MOST = 50_000;

const known = new WeakMap<Product, Memory<true>>();

function memoryOf(product: Product): Memory<true> {
  const present = known.get(product);
  if (present) return present;
  const fresh = new Memory<true>(product.now, LIFE_MS, MOST);
  known.set(product, fresh);
  product.changes.subscribe((_tenantId, sessionId) => {
    if (sessionId !== null) fresh.forget(sessionId);
  });
  return fresh;
}

/** Whether a session was made and not ended since; what another process ended is known here within 1 s. */
export async function isLive(product: Product, tenantId: string, sessionId: string): Promise<boolean> {
  const load = () => product.database.tenant(tenantId).sql((sql) => isSessionLive(sql, sessionId));
  return (await memoryOf(product).find(sessionId, async () => ((await load()) ? true : null))) ?? false;
}

/**
 * Spares the database the question for a session that this process commits with `written`. Remembered from before it is
 * there: an end that is announced meanwhile is not passed over.
 */
export function rememberLive(product: Product, sessionId: string, written: Promise<void>): void {
  memoryOf(product)
    .find(sessionId, () => written.then(() => true as const))
    // Whoever waits for it is told.
    .catch(() => {});
}

/** Forgets at once what this process has ended itself. */
export function forgetLive(product: Product, sessionId: string): void {
  memoryOf(product).forget(sessionId);
}
