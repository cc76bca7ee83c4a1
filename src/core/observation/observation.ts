// What happens at the gate, kept in memory and written about once a second: one statement stands for many requests.
import type { Product } from "@/core/product";
import { announceSpike, Spikes } from "@/core/refusal/spike";
import type { Sql } from "@/store/database";
import { addRefusals, type RefusalRow, touchApiKey, touchOrigin, touchSigningSecret } from "@/store/observation-rows";

export interface Refused {
  tenantId: string;
  /** A failure's code; `reported:` before it where a report-only demand let the request through. */
  reason: string;
  origin: string;
  /** The exact fault, for the tenant's eyes. */
  detail: string;
  pageUrlHash: string | null;
}

const FLUSH_MS = 1000;
/** A secret or an origin in constant use is written down this often. */
const TOUCH_MS = 60_000;
const MOST_REFUSALS = 2000;
const MOST_TOUCHED = 20_000;

interface Pending {
  refusals: Map<string, RefusalRow>;
  origins: Set<string>;
  secrets: Set<string>;
  apiKeys: Set<string>;
}

class Observations {
  readonly #product: Product;
  readonly #spikes = new Spikes();
  readonly #touched = new Map<string, number>();
  #pending = new Map<string, Pending>();
  #refusals = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flushing: Promise<void> = Promise.resolve();

  constructor(product: Product) {
    this.#product = product;
  }

  refused(event: Refused): void {
    const { refusals } = this.#of(event.tenantId);
    const key = JSON.stringify([event.reason, event.origin]);
    const now = new Date(this.#product.now());
    const row = refusals.get(key);
    if (row) {
      row.count += 1;
      row.lastSeenAt = now;
      row.detail = event.detail;
      row.pageUrlHash = event.pageUrlHash ?? row.pageUrlHash;
      return;
    }
    // A flood of made-up origins within a second: what does not fit is not counted.
    if (this.#refusals >= MOST_REFUSALS) return;
    this.#refusals += 1;
    const { reason, origin, detail, pageUrlHash } = event;
    refusals.set(key, { reason, origin, detail, pageUrlHash, count: 1, firstSeenAt: now, lastSeenAt: now });
  }

  sawOrigin(tenantId: string, pattern: string): void {
    if (this.#isDue(`${tenantId} ${pattern}`)) this.#of(tenantId).origins.add(pattern);
  }

  sawSecret(tenantId: string, kid: string): void {
    if (this.#isDue(`${tenantId} ${kid}`)) this.#of(tenantId).secrets.add(kid);
  }

  sawApiKey(tenantId: string, id: string): void {
    if (this.#isDue(id)) this.#of(tenantId).apiKeys.add(id);
  }

  /** Writes what has gathered. Resolves when all of it is committed or was given up. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = new Map();
    this.#refusals = 0;
    this.#flushing = this.#flushing.then(async () => {
      for (const [tenantId, part] of pending) await this.#write(tenantId, part);
    });
    return this.#flushing;
  }

  async #write(tenantId: string, part: Pending): Promise<void> {
    const now = new Date(this.#product.now());
    try {
      await this.#product.database.tenant(tenantId).sql(async (sql) => {
        if (part.refusals.size > 0) await this.#writeRefusals(sql, tenantId, [...part.refusals.values()]);
        for (const pattern of [...part.origins].sort()) await touchOrigin(sql, pattern, now);
        for (const kid of [...part.secrets].sort()) await touchSigningSecret(sql, kid, now);
        for (const id of [...part.apiKeys].sort()) await touchApiKey(sql, id, now);
      });
    } catch (error) {
      // Statistics: a second of them is lost rather than a request.
      this.#product.log.warn({ tenantId, error: String(error) }, "observations were not written");
    }
  }

  async #writeRefusals(sql: Sql, tenantId: string, rows: RefusalRow[]): Promise<void> {
    await addRefusals(sql, tenantId, rows);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    if (this.#spikes.add(tenantId, count, this.#product.now())) await announceSpike(sql, this.#product, tenantId, rows);
  }

  #of(tenantId: string): Pending {
    const present = this.#pending.get(tenantId);
    if (present) return present;
    const fresh = {
      refusals: new Map(),
      origins: new Set<string>(),
      secrets: new Set<string>(),
      apiKeys: new Set<string>(),
    };
    this.#pending.set(tenantId, fresh);
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
    return fresh;
  }

  #isDue(key: string): boolean {
    const now = this.#product.now();
    const last = this.#touched.get(key);
    if (last !== undefined && now - last < TOUCH_MS) return false;
    if (this.#touched.size >= MOST_TOUCHED) this.#touched.clear();
    this.#touched.set(key, now);
    return true;
  }
}

const known = new WeakMap<Product, Observations>();

export function observations(product: Product): Observations {
  const present = known.get(product) ?? new Observations(product);
  known.set(product, present);
  return present;
}

/** Writes what was observed and not written yet; call before the product closes. */
export async function flushObservations(product: Product): Promise<void> {
  await known.get(product)?.flush();
}
