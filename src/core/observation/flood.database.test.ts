// A flood of made-up origins: bounded rows, statements and memory, every refusal counted, and nobody real is lost in it.
import { expect, test } from "vitest";
import type { Product } from "@/core/product";
import { listRefusals } from "@/core/refusal/list-refusals";
import type { Sql } from "@/store/database";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { flushObservations, observations } from "./observation";

const base = freshProduct();

/** The same product, whose tenants' bare statements are counted and wait for `gate`. */
function watched(gate: () => Promise<unknown> = async () => {}) {
  const seen = { statements: 0, running: 0, mostRunning: 0 };
  const tenant: Product["database"]["tenant"] = (id) => {
    const own = base.database.tenant(id);
    return {
      ...own,
      sql: async (run) => {
        seen.running += 1;
        seen.mostRunning = Math.max(seen.mostRunning, seen.running);
        await gate();
        const counting = (sql: Sql): Sql => ({
          query: (...asked) => {
            seen.statements += 1;
            return sql.query(...asked);
          },
        });
        return own
          .sql((sql) => run(counting(sql)))
          .finally(() => {
            seen.running -= 1;
          });
      },
    };
  };
  const product: Product = { ...base, database: { ...base.database, tenant } };
  return { product, seen };
}

const refused = (product: Product, own: FreshTenant, origin: string) =>
  observations(product).refused({
    ...{ tenantId: own.tenantId, reason: "origin_not_allowed", origin, detail: "not on the list", pageUrlHash: null },
  });
const rowsOf = (own: FreshTenant) => own.owner.database.transaction((tx) => tx.refusal.findMany());
const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0);

test("a hundred thousand made-up origins are few rows and few statements, and each is counted", async () => {
  const own = await freshTenant(base);
  const { product, seen } = watched();
  const before = process.memoryUsage().heapUsed;
  const FLUSHES = 20;
  for (let flush = 0; flush < FLUSHES; flush++) {
    for (let i = 0; i < 5000; i++) {
      refused(product, own, `https://x${flush}-${i}.example`);
      if (i % 50 === 0) refused(product, own, "https://real.example.org");
    }
    await flushObservations(product);
  }
  expect(seen.statements).toBeLessThanOrEqual(FLUSHES * 8);
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(64);
  const rows = await rowsOf(own);
  expect(rows.length).toBeLessThanOrEqual(1001);
  expect(sum(rows)).toBe(FLUSHES * 5100);
  expect(rows.find(({ origin }) => origin === "https://real.example.org")?.count).toBe(FLUSHES * 100);
  const days = await own.owner.database.transaction((tx) => tx.usageDay.findMany());
  expect(days.reduce((total, { refused }) => total + refused, 0)).toBe(FLUSHES * 5100);
});

test("after it, a site that is new is named", async () => {
  const own = await freshTenant(base);
  const { product } = watched();
  for (let flush = 0; flush < 15; flush++) {
    for (let i = 0; i < 200; i++) refused(product, own, `https://x${flush}-${i}.example`);
    await flushObservations(product);
  }
  expect(await rowsOf(own)).toHaveLength(1001);
  refused(product, own, "https://late.example.org");
  await flushObservations(product);
  expect((await listRefusals(own.owner))[0]).toMatchObject({ origin: "https://late.example.org", count: 1 });
  expect(await rowsOf(own)).toHaveLength(1001);
});

test("while the database is slow there is one write at a time, and what happens meanwhile is not lost", async () => {
  const own = await freshTenant(base);
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { product, seen } = watched(() => gate);
  const began = performance.now();
  let count = 0;
  while (performance.now() - began < 3500) {
    for (let i = 0; i < 500; i++) refused(product, own, `https://x${count++}.example`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(seen).toMatchObject({ running: 1, mostRunning: 1 });
  open();
  await flushObservations(product);
  expect(seen.mostRunning).toBe(1);
  expect(sum(await rowsOf(own))).toBe(count);
});
