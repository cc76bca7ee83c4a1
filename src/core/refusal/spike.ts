// A flood of refusals: somebody copies a site, a deployment forgot its origin, or an attack.
import type { Product } from "@/core/product";
import { announceAnyway } from "@/core/webhook/announce";
import type { Sql } from "@/store/database";
import { countRefusals } from "@/store/observation-rows";
import { isNoted } from "@/store/webhook-rows";

const SPIKE = 100;
const WINDOW_MS = 60_000;
/** However long it lasts, it is told once in this time. */
const QUIET_MS = 3600_000;

/** Counts refusals with those of all processes; whether these make it a spike: once in each minute. */
export async function isSpike(sql: Sql, tenantId: string, refusals: number, now: number): Promise<boolean> {
  const counted = await countRefusals(sql, tenantId, refusals, { now: new Date(now), windowMs: WINDOW_MS });
  return counted >= SPIKE && counted - refusals < SPIKE;
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
