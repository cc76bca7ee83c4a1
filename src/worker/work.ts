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

/** Due deliveries stand in the database: whatever ends this process, the next worker goes on. */
async function deliverForEver(product: Product): Promise<void> {
  const sent = await deliverWebhooks(product).catch((error: unknown) => {
    product.log.warn({ error: String(error) }, "webhooks could not be delivered; they are tried again");
    return 0;
  });
  setTimeout(() => void deliverForEver(product), sent > 0 ? 0 : DELIVER_MS).unref();
}

async function sweep(product: Product): Promise<void> {
  await sweepFiles(product).catch((error: unknown) => {
    product.log.warn({ error: String(error) }, "erased files are still in the store; they are tried again");
  });
}
