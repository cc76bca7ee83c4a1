import { sweepFiles } from "@/core/file/sweep-files";
import { tidyUp } from "@/core/maintenance/tidy-up";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { readSource } from "@/core/source/read-source";
import { deliverWebhooks } from "@/core/webhook/deliver-webhooks";
import { Failure } from "@/failures";

const PRUNE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;
const DELIVER_MS = 1000;
const MOST_ROUNDS = 12;

/** Takes up jobs until the product is closed. What a job throws is tried again; a tenant that is gone is nothing to do. */
export async function startWorker(product: Product): Promise<void> {
  await product.jobs.work("read-source", async ({ tenantId, sourceId }) => {
    try {
      const outcome = await readSource(await admitOperator(product, tenantId), { sourceId });
      // The queue tries a job again, with growing pauses, when it throws.
      if (outcome === "again") throw new Error("the page could not be reached");
    } catch (error) {
      if (error instanceof Failure && error.code === "not_found") return;
      product.log.error(
        { tenantId, sourceId, error: String(error) },
        "a source could not be read and will be tried again",
      );
      throw error;
    }
  });
  setInterval(() => void sweep(product), SWEEP_MS).unref();
  setInterval(() => void tidyUp(product).catch(() => {}), PRUNE_MS).unref();
  void deliverForEver(product);
}

/**
 * Due deliveries stand in the database: whatever ends this process, the next worker goes on. A round of them that waits
 * for a slow receiver holds up the next for a second at most.
 */
async function deliverForEver(product: Product): Promise<void> {
  const rounds = new Set<Promise<number>>();
  for (;;) {
    const round = deliverWebhooks(product)
      .catch((error: unknown) => {
        product.log.warn({ error: String(error) }, "webhooks could not be delivered; they are tried again");
        return 0;
      })
      .finally(() => rounds.delete(round));
    rounds.add(round);
    const sent = await Promise.race([round, sleep(DELIVER_MS)]);
    if (!sent) await sleep(DELIVER_MS / 2);
    if (rounds.size >= MOST_ROUNDS) await Promise.race(rounds);
    if (product.stopping.aborted) return;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

async function sweep(product: Product): Promise<void> {
  await sweepFiles(product).catch((error: unknown) => {
    product.log.warn({ error: String(error) }, "erased files are still in the store; they are tried again");
  });
}
