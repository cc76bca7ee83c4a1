import { afterAll, describe, expect, test } from "vitest";
import { tidyUp } from "@/core/maintenance/tidy-up";
import { addWebhook } from "@/core/webhook/add-webhook";
import { call, freshGateway } from "../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../tests/fresh-tenant";
import { openOwnDatabase } from "../../tests/own-database";
import { openService } from "../../tests/stand-in-service";
import { startWorker } from "./work";

const slow = await openService();
const quick = await openService();
process.env.GATEHOUSE_FETCH_ALLOW = `${slow.host},${quick.host}`;
afterAll(() => {
  slow.close();
  quick.close();
});
await openOwnDatabase();
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);

test("webhooks are sent as they come due, and one tenant's slow receiver holds up nobody else", async () => {
  slow.answer = async () => null;
  const hooked = async (url: string) => {
    const tenant = await freshTenant(product);
    await addWebhook(tenant.owner, { url, events: ["message.created"] });
    return () => call(gateway, "POST", "/conversations", { body: { siteKey: tenant.siteKey, message: "Hello?" } });
  };
  const [toSlow, toQuick] = [await hooked(slow.url), await hooked(quick.url)];
  for (let i = 0; i < 10; i++) await toSlow();
  await startWorker(product);
  await expect.poll(() => slow.received.length, { timeout: 5000 }).toBeGreaterThanOrEqual(10);
  const before = Date.now();
  await toQuick();
  await expect.poll(() => quick.received.length, { timeout: 8000 }).toBe(2);
  expect(Date.now() - before).toBeLessThan(5000);
});

describe("tidying up", () => {
  test("deletes nonces and sessions that have had their time, and no others", async () => {
    const own = await freshTenant(product);
    const ask = async (nonce: string) => {
      await call(gateway, "POST", "/conversations", { body: { siteKey: own.siteKey, message: "Hello?", nonce } });
      await call(gateway, "POST", "/sessions", { body: { siteKey: own.siteKey } });
    };
    const left = () =>
      own.owner.database.transaction(async (tx) => [
        (await tx.idempotency.findMany()).map(({ nonce }) => nonce),
        await tx.session.count(),
        await tx.message.count(),
      ]);
    await ask("old");
    await tidyUp(product);
    expect(await left()).toEqual([["old"], 1, 2]);
    clock += 26.5 * 3600_000;
    await ask("new");
    await tidyUp(product);
    expect(await left()).toEqual([["new"], 1, 4]);
  });
});
