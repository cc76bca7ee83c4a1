// What happens at the gate, kept in memory and written a while later: one statement stands for many requests.
import type { Product } from "@/core/product";
import { announceSpike, isSpike } from "@/core/refusal/spike";
import type { Sql } from "@/store/database";
import {
  addRefusals,
  addUses,
  type RefusalRow,
  type UseKind,
  type WidgetSaid,
  writeSaid,
} from "@/store/observation-rows";
import { Pending, type Refusal } from "./pending";

/**
 * `reason`: a failure's code; `reported:` before it where a report-only demand let the request through. `detail`: the exact
 * fault, for the tenant's eyes.
 */
export interface Refused extends Refusal {
  tenantId: string;
}

/** A refusal, and the first use of something in a while, is written after so long. */
const SOON_MS = 1000;
/** What is in constant use is counted in memory for so long. */
const LATER_MS = 30_000;
const MOST_KNOWN = 20_000;

class Observations {
  readonly #product: Product;
  readonly #lastWritten = new Map<string, number>();
  readonly #lastSaid = new Map<string, string>();
  #pending = new Map<string, Pending>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One at a time: while the database is slow, what happens gathers in bounded memory and waits for the next. */
  #writing: Promise<void> | undefined;

  constructor(product: Product) {
    this.#product = product;
  }

  refused({ tenantId, ...refusal }: Refused): void {
    this.#of(tenantId, SOON_MS).addRefusal(refusal, this.#product.now());
  }

  /** Counts one request that used this; `subject` must be one that exists, never what a stranger names. */
  used(tenantId: string, kind: UseKind, subject: string): void {
    const soon = this.#isNews(`${tenantId} ${kind} ${subject}`);
    this.#of(tenantId, soon ? SOON_MS : LATER_MS).addUse(kind, subject, this.#product.now());
  }

  /** Keeps the last of what an origin's widget said of itself; the same again within a while is not written. */
  said(tenantId: string, pattern: string, said: Omit<WidgetSaid, "pattern" | "at">): void {
    const key = `${tenantId} said ${pattern}`;
    const words = JSON.stringify(said);
    const isOther = this.#lastSaid.get(key) !== words;
    // What was mended a moment ago is told at once.
    if (!this.#isNews(key) && !isOther) return;
    if (this.#lastSaid.size >= MOST_KNOWN) this.#lastSaid.clear();
    this.#lastSaid.set(key, words);
    this.#of(tenantId, SOON_MS).addSaid({ pattern, ...said, at: new Date(this.#product.now()) });
  }

  /** Writes what has gathered. Resolves when all of it is committed or was given up. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.#writeDue(Number.POSITIVE_INFINITY);
  }

  #writeDue(now: number): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const due = [...this.#pending].filter(([, pending]) => pending.due <= now);
    for (const [tenantId] of due) this.#pending.delete(tenantId);
    if (this.#pending.size > 0) this.#wake();
    this.#writing = this.#writeAll(due).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #writeAll(due: [string, Pending][]): Promise<void> {
    for (const [tenantId, part] of due) await this.#write(tenantId, part);
  }

  async #write(tenantId: string, { refusals, uses, said }: Pending): Promise<void> {
    const now = new Date(this.#product.now());
    try {
      await this.#product.database.tenant(tenantId).sql(async (sql) => {
        if (refusals.length > 0) await this.#writeRefusals(sql, tenantId, refusals);
        if (uses.length > 0) await addUses(sql, tenantId, uses, now);
        for (const one of said) await writeSaid(sql, one);
      });
    } catch (error) {
      // Statistics: a while of them is lost rather than a request.
      this.#product.log.warn({ tenantId, error: String(error) }, "observations were not written");
    }
  }

  async #writeRefusals(sql: Sql, tenantId: string, rows: RefusalRow[]): Promise<void> {
    await addRefusals(sql, tenantId, rows);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    if (await isSpike(sql, tenantId, count, this.#product.now()))
      await announceSpike(sql, this.#product, tenantId, rows);
  }

  /** What gathers for a tenant, to be written `withinMs` from now at the latest. By the process's clock: tests move the other. */
  #of(tenantId: string, withinMs: number): Pending {
    const pending = this.#pending.get(tenantId) ?? new Pending();
    pending.due = Math.min(pending.due, performance.now() + withinMs);
    this.#pending.set(tenantId, pending);
    this.#wake();
    return pending;
  }

  #wake(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#writing) this.#wake();
      else void this.#writeDue(performance.now() + 1);
    }, SOON_MS);
  }

  #isNews(key: string): boolean {
    const now = performance.now();
    const last = this.#lastWritten.get(key);
    if (last !== undefined && now - last < LATER_MS) return false;
    if (this.#lastWritten.size >= MOST_KNOWN) this.#lastWritten.clear();
    this.#lastWritten.set(key, now);
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
