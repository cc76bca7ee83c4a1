import { sweepFiles } from "@/core/file/sweep-files";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { readSource } from "@/core/source/read-source";
import { Failure } from "@/failures";

const PRUNE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;

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
  setInterval(() => void product.changes.prune(product.now()).catch(() => {}), PRUNE_MS).unref();
}

async function sweep(product: Product): Promise<void> {
  await sweepFiles(product).catch((error: unknown) => {
    product.log.warn({ error: String(error) }, "erased files are still in the store; they are tried again");
  });
}
