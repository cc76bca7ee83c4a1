import type { Product } from "@/core/product";

const PATIENCE_MS = 2000;
/** However many ask, the database is asked once in this time. */
const LIFE_MS = 1000;

const asked = new WeakMap<Product, { answers: Promise<boolean>; until: number }>();

/** `live`: this process answers. `ready`: its database did within the last second, and it is not about to end. */
export async function checkHealth(product: Product): Promise<{ ok: boolean; live: true; ready: boolean }> {
  const ready = (await answers(product)) && !product.stopping.aborted;
  return { ok: ready, live: true, ready };
}

function answers(product: Product): Promise<boolean> {
  const now = performance.now();
  const known = asked.get(product);
  if (known && now < known.until) return known.answers;
  const fresh = { answers: ping(product), until: now + LIFE_MS };
  asked.set(product, fresh);
  return fresh.answers;
}

async function ping(product: Product): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answered = product.database.ping().then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answered, late]);
  clearTimeout(timer);
  return ready;
}
