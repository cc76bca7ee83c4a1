import { expect, test } from "vitest";
import { listDueSites } from "@/core/crawl/list-due-sites";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openOwnDatabase } from "../../../tests/own-database";
import { addSiteSource } from "./add-site-source";
import { startDueSyncs } from "./start-due-syncs";
import { syncSource } from "./sync-source";
import { updateSource } from "./update-source";

await openOwnDatabase();
let clock = 0;
const product = freshProduct(() => Date.now() + clock);

test("a source with a schedule is read again when it is due, once, whoever looks; one without is not", async () => {
  const { owner } = await freshTenant(product);
  const { id } = await addSiteSource(owner, { url: "https://example.com/daily" });
  const { id: still } = await addSiteSource(owner, { url: "https://example.com/still" });
  await owner.database.transaction((tx) => tx.source.updateMany({ data: { status: "ready" } }));
  await updateSource(owner, { id, schedule: "daily" });
  clock += 23 * 3600_000;
  expect(await startDueSyncs(product)).toBe(0);
  clock += 2 * 3600_000;
  const started = await Promise.all([startDueSyncs(product), startDueSyncs(product)]);
  expect(started.reduce((sum, count) => sum + count)).toBe(1);
  expect(await listDueSites(product)).toEqual([{ tenantId: owner.tenantId, sourceId: id }]);
  await syncSource(owner, { id: still });
  expect(await listDueSites(product)).toHaveLength(2);
});
