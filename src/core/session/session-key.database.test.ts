// On a database of its own: the keys are the platform's, shared by all tenants.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Product } from "@/core/product";
import { parseEnvironment } from "@/env";
import { migrate } from "@/store/migrate";
import { buildProduct } from "@/wiring";
import { freshDatabase } from "../../../tests/fresh-database";
import { findSessionKey, getSessionKeys } from "./session-key";

const DAY = 24 * 3600_000;
let clock = 0;
const products: Product[] = [];
let database: { url: string; close(): Promise<void> };
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url, `${import.meta.dirname}/../../../prisma/migrations`);
});
afterAll(async () => {
  await Promise.all(products.map((product) => product.close()));
  await database.close();
});

/** What another process of the same installation would have. */
function anotherProcess(): Product {
  const env = parseEnvironment({ ...process.env, DATABASE_URL: database.url, LOG_LEVEL: "silent" });
  const product = buildProduct(env, () => Date.now() + clock);
  products.push(product);
  return product;
}
const currentKid = async (product: Product) => (await getSessionKeys(product)).current.kid;

test("processes that need the first key at the same time agree on one", async () => {
  const kids = await Promise.all(Array.from({ length: 6 }, () => currentKid(anotherProcess())));
  expect(new Set(kids).size).toBe(1);
});

test("a key is replaced after 30 days, verifies for two more, and is sealed at rest", async () => {
  const product = anotherProcess();
  const first = await currentKid(product);
  clock += 29 * DAY;
  expect(await currentKid(product)).toBe(first);
  clock += 1 * DAY + 1000;
  const second = await currentKid(product);
  expect(second).not.toBe(first);
  expect(await findSessionKey(product, first)).not.toBeNull();
  const rows = await product.database.directory((tx) => tx.sessionKey.findMany());
  expect(rows.every(({ sealed }) => sealed.startsWith("v1."))).toBe(true);
  clock += 31 * DAY;
  expect(await currentKid(product)).not.toBe(second);
  expect(await findSessionKey(product, first)).toBeNull();
});

test("a key that another process made a moment ago is found", async () => {
  const [here, there] = [anotherProcess(), anotherProcess()];
  await currentKid(here);
  clock += 31 * DAY;
  const fresh = await currentKid(there);
  // `here` still holds what it loaded; the unknown id makes it look again.
  clock -= 31 * DAY - 2000;
  expect(await findSessionKey(here, fresh)).not.toBeNull();
  expect(await findSessionKey(here, "s_0000000000")).toBeNull();
});
