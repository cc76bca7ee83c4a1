import { describe, expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { listRefusals } from "@/core/refusal/list-refusals";
import { addTextSource } from "@/core/source/add-text-source";
import type { Quota } from "@/core/tenant/tenant";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { getUsage } from "./get-usage";
import { nextMonth } from "./month";

let clock = 0;
const now = () => Date.now() + clock;
const product = freshProduct(now);
const gateway = freshGateway(product);

async function tenantWith(quota: Quota): Promise<FreshTenant> {
  const own = await freshTenant(product);
  await updateTenant(own.owner, { quota });
  return own;
}
let addresses = 0;
const ask = (own: FreshTenant, more: object = {}, at = gateway) => {
  addresses += 1;
  const body = { siteKey: own.siteKey, message: "How many days do I have to return an item?", ...more };
  return call(at, "POST", "/conversations", { headers: { "x-test-address": `quota ${addresses}` }, body });
};
const used = async (own: FreshTenant) => (await getUsage(own.owner)).messages;

describe("a monthly quota", () => {
  test("lets exactly so many through, of many at once in two processes, and refuses the rest until next month", async () => {
    const own = await tenantWith({ monthly: 20, spent: "refuse" });
    const elsewhere = freshGateway(freshProduct(now));
    const answers = await Promise.all(
      Array.from({ length: 48 }, (_, i) => ask(own, {}, i % 2 === 0 ? gateway : elsewhere)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    const refused = answers.find(({ status }) => status === 429);
    expect(statuses.filter((status) => status === 429)).toHaveLength(28);
    expect(await refused?.json()).toMatchObject({ code: "quota_exceeded" });
    const left = (nextMonth(now()) - now()) / 1000;
    expect(Math.abs(Number(refused?.headers.get("retry-after")) - left)).toBeLessThan(60);
    expect(await used(own)).toBe(20);
    const rows = await own.owner.database.transaction((tx) => tx.message.count({ where: { role: "user" } }));
    expect(rows).toBe(20);
    await flushObservations(product);
    expect((await listRefusals(own.owner)).map(({ reason }) => reason)).toContain("quota_exceeded");
    clock += nextMonth(now()) - now() + 1000;
    expect((await ask(own)).status).toBe(201);
    expect(await used(own)).toBe(1);
  });

  test("that is spent gives search-only answers where the tenant chose so, marked also when they are read again", async () => {
    const own = await tenantWith({ monthly: 1, spent: "degrade" });
    await addTextSource(own.owner, { title: "Returns", text: "You can return any item within 30 days of delivery." });
    const first = await (await ask(own)).json();
    expect(first.message.searchOnly).toBeUndefined();
    const nonce = crypto.randomUUID();
    const token = (await (await call(gateway, "POST", "/sessions", { body: { siteKey: own.siteKey } })).json()).token;
    const again = () =>
      call(gateway, "POST", "/conversations", {
        token,
        body: { message: "How many days do I have to return an item?", nonce },
      });
    const second = await (await again()).json();
    expect(second.message).toMatchObject({ searchOnly: true, grounded: true });
    expect(await (await again()).json()).toEqual(second);
    const read = await (await call(gateway, "GET", `/conversations/${second.conversationId}`, { token })).json();
    expect(read.messages[1]).toEqual(second.message);
    expect(await used(own)).toBe(1);
  });

  test("counts a message once, whatever becomes of its request, and none that is refused or flagged", async () => {
    const own = await tenantWith({ monthly: 10, spent: "refuse" });
    const nonce = crypto.randomUUID();
    const token = (await (await call(gateway, "POST", "/sessions", { body: { siteKey: own.siteKey } })).json()).token;
    const same = () => call(gateway, "POST", "/conversations", { token, body: { message: "Hello?", nonce } });
    await Promise.all(Array.from({ length: 6 }, same));
    expect(await used(own)).toBe(1);
    await ask(own, { message: "" });
    await ask(own, { siteKey: "pub_none_x" });
    expect(await used(own)).toBe(1);
  });

  test("of nothing refuses everything; without one nothing is counted", async () => {
    const none = await tenantWith({ monthly: 0, spent: "refuse" });
    expect((await ask(none)).status).toBe(429);
    const free = await freshTenant(product);
    expect((await ask(free)).status).toBe(201);
    expect(await getUsage(free.owner)).toMatchObject({ messages: 0, quota: null });
  });
});
