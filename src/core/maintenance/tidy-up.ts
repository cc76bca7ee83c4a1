import type { Product } from "@/core/product";
import { tidyDeliveries, tidyNonces, tidySessions } from "@/store/tidy-rows";

const HOUR_MS = 3600_000;
/** A nonce is forgotten after a day; an hour more, for clocks that differ. */
const NONCE_MS = 25 * HOUR_MS;
/** A session can be renewed until a day after it expired. */
const SESSION_MS = 25 * HOUR_MS;
const DELIVERY_MS = 30 * 24 * HOUR_MS;

/** Deletes what has had its time, of all tenants. Several workers may do so at once. */
export async function tidyUp(product: Product): Promise<{ nonces: number; sessions: number; deliveries: number }> {
  const { changes, database, feed } = product;
  const now = product.now();
  await changes.prune(now);
  await feed.prune(now);
  return {
    nonces: await tidyNonces(database, new Date(now - NONCE_MS)),
    sessions: await tidySessions(database, new Date(now - SESSION_MS)),
    deliveries: await tidyDeliveries(database, new Date(now - DELIVERY_MS)),
  };
}
