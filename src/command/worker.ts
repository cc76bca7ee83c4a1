// The process that runs jobs.
import { environment } from "@/env";
import { buildProduct } from "@/wiring";
import { startWorker } from "@/worker/work";

const product = buildProduct(environment());
await startWorker(product);

const stop = async () => {
  await product.close();
  process.exit(0);
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
