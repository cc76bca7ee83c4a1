import type { Product } from "@/core/product";

const PATIENCE_MS = 2000;

/** `live`: this process answers. `ready`: its database does, too, within 2 s, and it is not about to end. */
export async function checkHealth(product: Product): Promise<{ ok: boolean; live: true; ready: boolean }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answers = product.database.ping().then(
    () => true,
    () => false,
  );
  const ready = (await Promise.race([answers, late])) && !product.stopping.aborted;
  clearTimeout(timer);
  return { ok: ready, live: true, ready };
}
