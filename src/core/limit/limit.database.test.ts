// Limits as callers see them: the fields that announce them, and what happens while nobody can count.
import { afterAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import type { Product } from "@/core/product";
import { updateTenant } from "@/core/tenant/update-tenant";
import { parseEnvironment } from "@/env";
import { buildProduct } from "@/wiring";
import { call, freshGateway } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";

const product = freshProduct();
const open = (own: FreshTenant, of: Product) =>
  call(freshGateway(of), "POST", "/sessions", { body: { siteKey: own.siteKey } });

describe("while the counters do not answer", () => {
  const products: Product[] = [];
  afterAll(() => Promise.all(products.map((each) => each.close())));
  const without = (whenDown: string) => {
    const down = { REDIS_URL: "redis://127.0.0.1:1", GATEHOUSE_LIMITS_WHEN_DOWN: whenDown, LOG_LEVEL: "silent" };
    const made = buildProduct(parseEnvironment({ ...process.env, ...down }));
    products.push(made);
    return made;
  };

  test("closed: a clear 503 that says when to come back, readable by the page", async () => {
    const refused = await open(await freshTenant(product), without("closed"));
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://www.example.com");
    expect(await refused.json()).toMatchObject({ code: "answer_unavailable" });
  });

  test("open: visitors are let through, and the process counts", async () => {
    const answer = await open(await freshTenant(product), without("open"));
    expect(answer.status).toBe(201);
    expect(answer.headers.get("ratelimit-policy")).toBe('"address";q=1200;w=60, "session";q=300;w=60');
  });
});

test("a tenant lets its visitors send fewer messages a minute than the installation does; another's are not touched", async () => {
  const [own, other] = [await freshTenant(product), await freshTenant(product)];
  const gateway = freshGateway(product);
  const ask = ({ siteKey }: FreshTenant, address: string) =>
    call(gateway, "POST", "/conversations", {
      body: { siteKey, message: "Hello?" },
      headers: { "x-test-address": `${siteKey} ${address}` },
    });
  await updateTenant(own.owner, { visitorMessages: 2 });
  await expect.poll(async () => (await ask(own, "seen")).headers.get("ratelimit-policy")).toMatch(/"message";q=2;w=60/);
  const answers = [];
  // More than a minute's turn lets through.
  for (let i = 0; i < 6; i++) answers.push(await ask(own, "fast"));
  expect(answers.slice(0, 2).map(({ status }) => status)).toEqual([201, 201]);
  expect(answers.at(-1)?.status).toBe(429);
  expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  for (let i = 0; i < 3; i++) expect((await ask(other, "fast")).status).toBe(201);
  await expect(updateTenant(own.owner, { visitorMessages: 0 })).rejects.toThrow("At least 1 a minute.");
});

describe("an API key", () => {
  test("has a limit of its own, named beside the address's, and is refused past it wherever it comes from", async () => {
    const own = await freshTenant(product);
    const { apiKey } = await createApiKey(own.owner, { name: "Test", scopes: ["origins"] });
    const { limiter } = product;
    const take: typeof limiter.take = (rule, subject) =>
      limiter.take(rule.name === "server" ? { ...rule, limit: 3, windowSeconds: 86_400 } : rule, subject);
    const gateway = freshGateway({ ...product, limiter: { take } } as Product);
    const list = (i: number) =>
      call(gateway, "GET", "/origins", { origin: null, token: apiKey, headers: { "x-test-address": `key ${i}` } });
    const first = await list(0);
    expect(first.headers.get("ratelimit-policy")).toBe('"address";q=1200;w=60, "server";q=3;w=86400');
    expect(first.headers.get("ratelimit")).toMatch(/^"server";r=2;t=\d+$/);
    const statuses = [];
    for (let i = 1; i < 5; i++) statuses.push((await list(i)).status);
    expect(statuses).toEqual([200, 200, 429, 429]);
    const refused = await list(9);
    expect(refused.headers.get("ratelimit")).toMatch(/^"server";r=0;t=\d+$/);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});
