import type { Product } from "@/core/product";
import { listDueDeliveries, settleDelivery, type TakenDelivery, takeDelivery } from "@/store/webhook-rows";
import { signWebhook } from "./sign-webhook";
import { webhookPlace } from "./webhook";

/** Pauses after each failed attempt, in seconds; after the last one it is given up. */
const PAUSES_SECONDS = [5, 30, 300, 1800, 7200, 18_000, 36_000];
/** Whoever took a delivery and died with it leaves it to others after that long. */
const TAKEN_MS = 60_000;
const MOST_AT_ONCE = 10;
/** The receiver wants no more of it. */
const GONE = 410;

/**
 * Sends what is due, of all tenants, and returns how many that were. Each is sent at least once until its receiver
 * answers with a 2xx: eight attempts over a day. Several workers share the load; a delivery is one's at a time.
 */
export async function deliverWebhooks(product: Product): Promise<number> {
  const now = new Date(product.now());
  const due = await product.database.directorySql((sql) => listDueDeliveries(sql, now, MOST_AT_ONCE));
  await Promise.all(due.map(({ id, tenant_id }) => deliver(product, tenant_id, id)));
  return due.length;
}

async function deliver(product: Product, tenantId: string, id: string): Promise<void> {
  const now = product.now();
  const database = product.database.tenant(tenantId);
  const taken = await database.sql((sql) => takeDelivery(sql, id, new Date(now), new Date(now + TAKEN_MS)));
  if (!taken) return;
  const { error, final } = await attempt(product, tenantId, id, taken);
  const result = toResult(error, final, taken.attempts, product.now());
  await database.sql((sql) => settleDelivery(sql, id, result));
}

async function attempt(
  product: Product,
  tenantId: string,
  id: string,
  delivery: TakenDelivery,
): Promise<{ error: string | null; final: boolean }> {
  const { payload, webhook_id, url, sealed, previous_sealed, previous_until } = delivery;
  const now = product.now();
  try {
    const still = previous_sealed !== null && (previous_until?.getTime() ?? 0) > now;
    const secrets = [sealed, ...(still ? [previous_sealed] : [])].map((secret) =>
      product.vault.open(secret, webhookPlace(tenantId, webhook_id)),
    );
    const status = await product.poster.post(url, await signWebhook(id, now, payload, secrets), payload);
    const good = status >= 200 && status < 300;
    return { error: good ? null : `The address answers ${status}.`, final: status === GONE };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), final: false };
  }
}

function toResult(error: string | null, final: boolean, attempts: number, now: number) {
  if (error === null) return { status: "delivered", error, nextAttemptAt: null, deliveredAt: new Date(now) };
  const pause = final ? undefined : PAUSES_SECONDS[attempts - 1];
  if (pause === undefined) return { status: "failed", error, nextAttemptAt: null, deliveredAt: null };
  // Up to a tenth later: those that failed together do not come back together.
  const nextAttemptAt = new Date(now + pause * 1000 * (1 + Math.random() / 10));
  return { status: "waiting", error, nextAttemptAt, deliveredAt: null };
}
