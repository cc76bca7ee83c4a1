// A flood of refusals: somebody copies a site, a deployment forgot its origin, or an attack.
import type { Product } from "@/core/product";
import { announceAnyway } from "@/core/webhook/announce";
import type { Sql } from "@/store/database";
import { isNoted } from "@/store/webhook-rows";

const SPIKE = 100;
const WINDOW_MS = 60_000;
/** However long it lasts, it is told once in this time. */
const QUIET_MS = 3600_000;
const MOST_TENANTS = 10_000;

interface Window {
  since: number;
  refusals: number;
  /** Whether it was told. */
  told: boolean;
}

/** Counts refusals by tenant, a minute at a time. */
export class Spikes {
  readonly #windows = new Map<string, Window>();

  /** Whether these refusals make it a spike; once in each minute. */
  add(tenantId: string, refusals: number, now: number): boolean {
    const present = this.#windows.get(tenantId);
    const window = present && now - present.since < WINDOW_MS ? present : { since: now, refusals: 0, told: false };
    if (this.#windows.size >= MOST_TENANTS) this.#windows.clear();
    this.#windows.set(tenantId, window);
    window.refusals += refusals;
    if (window.told || window.refusals < SPIKE) return false;
    window.told = true;
    return true;
  }
}

/** Notes a spike for the tenant's webhooks unless one was noted within the hour, by whichever process. */
export async function announceSpike(
  sql: Sql,
  product: Product,
  tenantId: string,
  rows: { reason: string; origin: string; count: number }[],
): Promise<void> {
  if (await isNoted(sql, "refusal.spike", new Date(product.now() - QUIET_MS))) return;
  const most = [...rows].sort((a, b) => b.count - a.count).slice(0, 5);
  const refusals = most.map(({ reason, origin, count }) => ({ reason, origin, count }));
  await announceAnyway(sql, { product, tenantId }, [
    {
      type: "refusal.spike",
      conversationId: null,
      data: { atLeast: SPIKE, windowSeconds: WINDOW_MS / 1000, refusals },
    },
  ]);
}
