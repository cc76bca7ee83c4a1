// Origins that the tenant put in one group count as one for conversations, and for nothing else.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { addOrigin } from "./add-origin";
import { removeOrigin } from "./remove-origin";

let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);
const [www, shop, lone] = ["https://www.example.com", "https://shop.example.net", "https://lone.example.com"] as const;

async function world() {
  const own = await freshTenant(product, []);
  // Nobody else's: what another tenant lists is answered in another way.
  const preview = `https://pr-9.preview-${randomBytes(4).toString("hex")}.example.com`;
  const expiresAt = new Date(product.now() + 3600_000).toISOString();
  const inGroup = await addOrigin(own.owner, { pattern: www, group: "web" });
  await addOrigin(own.owner, { pattern: shop, group: "web" });
  await addOrigin(own.owner, { pattern: preview.replace("pr-9", "*"), group: "web", expiresAt });
  await addOrigin(own.owner, { pattern: lone });
  await addOrigin(own.owner, { pattern: "https://other.example.com", group: "other" });
  await expect
    .poll(async () => (await start(own.siteKey, "https://other.example.com")).status, { timeout: 1500 })
    .toBe(201);
  const { conversationId } = await (await start(own.siteKey, www)).json();
  const go = async (origin: string, headers = {}) => {
    const response = await call(gateway, "POST", `/conversations/${conversationId}`, {
      origin,
      headers,
      body: { message: "And then?" },
    });
    return response.ok ? response.status : (await response.json()).code;
  };
  return { own, inGroup, preview, go };
}
const start = (siteKey: string, origin: string) =>
  call(gateway, "POST", "/conversations", { origin, body: { siteKey, message: "Hello?" } });

test("a conversation goes on at every origin of its group and at no other", async () => {
  const { go, preview } = await world();
  for (const origin of [www, shop, preview]) expect(await go(origin), origin).toBe(200);
  for (const origin of [lone, "https://other.example.com"]) expect(await go(origin), origin).toBe("origin_mismatch");
});

test("an origin of the group that expired, or one that was taken off the list, counts no more", async () => {
  const { own, inGroup, preview, go } = await world();
  clock += 3600_001;
  expect(await go(preview)).toBe("origin_not_allowed");
  expect(await go(shop)).toBe(200);
  await removeOrigin(own.owner, { id: inGroup.id });
  await expect.poll(() => go(shop), { timeout: 1500 }).toBe("origin_mismatch");
});

test("a session stays with the origin it was made for", async () => {
  const { own } = await world();
  const { token } = await (
    await call(gateway, "POST", "/sessions", { origin: www, body: { siteKey: own.siteKey } })
  ).json();
  const elsewhere = await call(gateway, "POST", "/conversations", { origin: shop, token, body: { message: "Hello?" } });
  expect((await elsewhere.json()).code).toBe("origin_mismatch");
});

test("origins without a group are in none, not in one together", async () => {
  const own = await freshTenant(product, [www, lone]);
  const { conversationId } = await (await start(own.siteKey, www)).json();
  const read = await call(gateway, "GET", `/conversations/${conversationId}`, { origin: lone });
  expect((await read.json()).code).toBe("origin_mismatch");
});
