import { startReset } from "@/core/account/request-reset";
import { measureDueTopics } from "@/core/answer/measure-due-topics";
import { embedDue } from "@/core/answerer/embed-due";
import { crawlSite } from "@/core/crawl/crawl-site";
import { listDueSites } from "@/core/crawl/list-due-sites";
import { sweepFiles } from "@/core/file/sweep-files";
import { askGoldenQuestions } from "@/core/golden/ask-golden-questions";
import { listDueGoldenRuns } from "@/core/golden/list-due-golden-runs";
import { deliverLetter } from "@/core/mail/deliver-letter";
import { eraseOld } from "@/core/maintenance/erase-old";
import { tidyUp } from "@/core/maintenance/tidy-up";
import { admitOperator } from "@/core/member/member";
import type { Product } from "@/core/product";
import { readSource } from "@/core/source/read-source";
import { startDueSyncs } from "@/core/source/start-due-syncs";
import { rollUpUsage } from "@/core/usage/roll-up-usage";
import { deliverWebhooks } from "@/core/webhook/deliver-webhooks";
import { Failure } from "@/failures";

const PRUNE_MS = 10 * 60_000;
const SWEEP_MS = 60_000;
const DELIVER_MS = 1000;
const MEASURE_MS = 30_000;
const EMBED_MS = 2000;
const MOST_ROUNDS = 12;
const CRAWL_MS = 1000;
const GOLDEN_MS = 1000;
/** Test sets that one process asks at the same time. */
const MOST_GOLDEN_RUNS = 3;
const SYNC_MS = 30_000;
/** Sites that one process reads at the same time, and of one tenant. */
const MOST_CRAWLS = 4;
const MOST_CRAWLS_OF_ONE = 2;
/** Pages and files that one process reads at the same time; of each tenant one. */
const MOST_READINGS = 3;
const PUT_BACK_SECONDS = 3;

/** Takes up jobs until the product is closed. What a job throws is tried again; a tenant that is gone is nothing to do. */
export async function startWorker(product: Product): Promise<void> {
  const reading = new Set<string>();
  const readOne = async ({ tenantId, sourceId }: { tenantId: string; sourceId: string }) => {
    // Whose sources take long waits behind itself, not before all others.
    if (reading.has(tenantId)) return product.jobs.send("read-source", { tenantId, sourceId }, PUT_BACK_SECONDS);
    reading.add(tenantId);
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
    } finally {
      reading.delete(tenantId);
    }
  };
  await product.jobs.work("read-source", readOne, MOST_READINGS);
  await product.jobs.work("send-mail", ({ sealed }) => deliverLetter(product, sealed));
  await product.jobs.work("begin-reset", ({ sealed }) => startReset(product, sealed));
  setInterval(() => void sweep(product), SWEEP_MS).unref();
  setInterval(() => void tidyUp(product).catch(() => {}), PRUNE_MS).unref();
  setInterval(() => void sync(product), SYNC_MS).unref();
  setInterval(() => void eraseOld(product).catch(() => {}), PRUNE_MS).unref();
  setInterval(() => void measureDueTopics(product).catch(() => {}), MEASURE_MS).unref();
  setInterval(() => void rollUpUsage(product).catch(() => {}), PRUNE_MS).unref();
  void deliverForEver(product);
  void embedForEver(product);
  void crawlForEver(product);
  void askGoldenForEver(product);
}

async function embedForEver(product: Product): Promise<void> {
  while (!product.stopping.aborted) {
    await embedDue(product).catch((error: unknown) => {
      product.log.warn({ error: String(error) }, "passages are embedded later");
    });
    await sleep(EMBED_MS);
  }
}

/** Sites stand in the database with every page of theirs: whatever ends this process, the next worker goes on. */
async function crawlForEver(product: Product): Promise<void> {
  const crawls = new Map<string, string>();
  while (!product.stopping.aborted) {
    const due = crawls.size < MOST_CRAWLS ? await listDueSites(product).catch(() => []) : [];
    for (const site of due) {
      const own = [...crawls.values()].filter((tenantId) => tenantId === site.tenantId).length;
      if (crawls.size >= MOST_CRAWLS || own >= MOST_CRAWLS_OF_ONE || crawls.has(site.sourceId)) continue;
      crawls.set(site.sourceId, site.tenantId);
      void crawlOne(product, site).finally(() => crawls.delete(site.sourceId));
    }
    await sleep(CRAWL_MS);
  }
}

async function crawlOne(product: Product, site: { tenantId: string; sourceId: string }): Promise<void> {
  try {
    await crawlSite(await admitOperator(product, site.tenantId), site);
  } catch (error) {
    product.log.warn({ ...site, error: String(error) }, "a site could not be read on and is taken up again");
  }
}

/** Runs of test sets stand in the database with every question of theirs, too. */
async function askGoldenForEver(product: Product): Promise<void> {
  const runs = new Set<string>();
  while (!product.stopping.aborted) {
    for (const tenantId of await listDueGoldenRuns(product).catch(() => [])) {
      if (runs.size >= MOST_GOLDEN_RUNS || runs.has(tenantId)) continue;
      runs.add(tenantId);
      void askGolden(product, tenantId).finally(() => runs.delete(tenantId));
    }
    await sleep(GOLDEN_MS);
  }
}

async function askGolden(product: Product, tenantId: string): Promise<void> {
  try {
    await askGoldenQuestions(await admitOperator(product, tenantId));
  } catch (error) {
    product.log.warn({ tenantId, error: String(error) }, "a test set could not be asked on and is taken up again");
  }
}

async function sync(product: Product): Promise<void> {
  await startDueSyncs(product).catch((error: unknown) => {
    product.log.warn({ error: String(error) }, "scheduled syncs could not be started; they are tried again");
  });
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
