import { expect, test } from "vitest";
import { getTenant } from "@/core/tenant/get-tenant";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { disableSiteKey } from "./disable-site-key";
import { listSiteKeys } from "./list-site-keys";
import { rotateSiteKey } from "./rotate-site-key";

const DAY = 24 * 3600_000;
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);
const elsewhere = freshGateway(freshProduct(() => Date.now() + clock));
const status = async (siteKey: string, at = gateway) =>
  (await call(at, "POST", "/sessions", { body: { siteKey } })).status;

test("a key that is replaced works for the overlap, then is like an unknown one; the new one is what is installed", async () => {
  const own = await freshTenant(product);
  const made = await rotateSiteKey(own.owner, { overlapDays: 7 });
  expect(made.siteKey).toMatch(/^pub_example_[0-9A-Za-z]{22}$/);
  expect((await getTenant(own.owner)).siteKey).toBe(made.siteKey);
  for (const key of [own.siteKey, made.siteKey]) expect(await status(key)).toBe(201);
  clock += 7 * DAY - 60_000;
  expect(await status(own.siteKey)).toBe(201);
  // To the moment, although it is in memory.
  clock += 60_001;
  expect(await status(own.siteKey)).toBe(404);
  expect(await status(made.siteKey)).toBe(201);
});

test("a second rotation leaves the dates of keys that are on their way out", async () => {
  const own = await freshTenant(product);
  const first = await rotateSiteKey(own.owner, { overlapDays: 2 });
  await rotateSiteKey(own.owner, { overlapDays: 300 });
  const keys = await listSiteKeys(own.owner);
  expect(keys.find(({ key }) => key === own.siteKey)?.retiresAt).toEqual(first.oldRetiresAt);
  expect(keys.filter(({ retiresAt }) => retiresAt === null)).toHaveLength(1);
});

test("a key that is disabled is refused within a second, in another process, too", async () => {
  const own = await freshTenant(product);
  expect(await status(own.siteKey, elsewhere)).toBe(201);
  const [key] = await listSiteKeys(own.owner);
  await disableSiteKey(own.owner, { id: key?.id ?? "" });
  const began = performance.now();
  await expect.poll(() => status(own.siteKey, elsewhere), { interval: 20 }).toBe(404);
  expect(performance.now() - began).toBeLessThan(1000);
  expect((await getTenant(own.owner)).siteKey).toBeNull();
});

test("no other tenant, and nobody below an admin, has a say", async () => {
  const [own, away] = [await freshTenant(product), await freshTenant(product)];
  const [key] = await listSiteKeys(own.owner);
  await expect(disableSiteKey(away.owner, { id: key?.id ?? "" })).rejects.toMatchObject({ code: "not_found" });
  const agent = { ...own.owner, role: "agent" as const };
  await expect(rotateSiteKey(agent, { overlapDays: 0 })).rejects.toMatchObject({ code: "scope_refused" });
  expect(await status(own.siteKey)).toBe(201);
});
