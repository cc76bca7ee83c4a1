import { expect, test } from "vitest";
import { addSiteSource } from "@/core/source/add-site-source";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { openOwnDatabase } from "../../../tests/own-database";
import { listDueSites } from "./list-due-sites";

await openOwnDatabase();
const product = freshProduct();

test("whoever has many sites read waits behind those who have one", async () => {
  const [greedy, modest] = [await freshTenant(product), await freshTenant(product)];
  for (let i = 0; i < 60; i++) await addSiteSource(greedy.owner, { url: `https://www.example.com/${i}` });
  const { id } = await addSiteSource(modest.owner, { url: "https://www.example.com/" });
  const due = await listDueSites(product);
  expect(due).toHaveLength(50);
  expect(due.slice(0, 2)).toContainEqual({ tenantId: modest.tenantId, sourceId: id });
  const later = { leasedUntil: new Date(Date.now() + 60_000) };
  await modest.owner.database.transaction((tx) => tx.source.updateMany({ data: later }));
  expect((await listDueSites(product)).map(({ tenantId }) => tenantId)).not.toContain(modest.tenantId);
});
