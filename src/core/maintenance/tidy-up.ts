import { tidyAccounts } from "@/core/account/tidy-accounts";
import type { Product } from "@/core/product";
import { tidyHostTurns } from "@/store/host-turns";
import { tidyDeliveries, tidyNonces, tidyRefusals, tidySessions, tidyUses } from "@/store/tidy-rows";

const HOUR_MS = 3600_000;
/** A nonce is forgotten after a day; an hour more, for clocks that differ. */
const NONCE_MS = 25 * HOUR_MS;
/** A session can be renewed until a day after it expired. */
const SESSION_MS = 25 * HOUR_MS;
const DELIVERY_MS = 30 * 24 * HOUR_MS;
const USE_MS = 8 * 24 * HOUR_MS;
const REFUSAL_MS = 90 * 24 * HOUR_MS;

/** Deletes what has had its time, of all tenants, and says how much. Several workers may do so at once. */
export async function tidyUp(product: Product) {
  const { changes, database, feed } = product;
  const now = product.now();
  await changes.prune(now);
  await feed.prune(now);
  return {
    nonces: await tidyNonces(database, new Date(now - NONCE_MS)),
    sessions: await tidySessions(database, new Date(now - SESSION_MS)),
    deliveries: await tidyDeliveries(database, new Date(now - DELIVERY_MS)),
    hosts: await tidyHostTurns(database, new Date(now - HOUR_MS)),
    uses: await tidyUses(database, new Date(now - USE_MS)),
    refusals: await tidyRefusals(database, new Date(now - REFUSAL_MS)),
    ...(await tidyAccounts(product)),
  };
}
