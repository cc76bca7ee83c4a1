// Two gateways on one Postgres and one Redis: what one decides holds at the other within a second.
import { randomBytes, randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import { revokeApiKey } from "@/core/api-key/revoke-api-key";
import { listOrigins } from "@/core/origin/list-origins";
import { removeOrigin } from "@/core/origin/remove-origin";
import type { Product } from "@/core/product";
import { revokeAllSessions } from "@/core/session/revoke-all-sessions";
import { leakSigningSecret } from "@/core/signing-secret/leak-signing-secret";
import { retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { disableSiteKey } from "@/core/site-key/disable-site-key";
import { revokeUser } from "@/core/visitor/revoke-user";
import { parseEnvironment } from "@/env";
import { buildProduct } from "@/wiring";
import { findServices } from "../scripts/real-services.mjs";
import { migrate } from "../src/store/migrate";
import type { Answer, Transcript } from "../widget/wire";
import { freshDatabase } from "./fresh-database";
import { identityClaims, signJwt } from "./fresh-gateway";
import { freshTenant } from "./fresh-tenant";
import { earlyInMinute, type GatewayProcess, spread, startGateway } from "./gateway-process";

const services = await findServices();
const missing = !services.TEST_DATABASE_URL || !services.TEST_REDIS_URL;
if (missing) console.warn("Two gateways are not tested: no Postgres and Redis answer on this machine.");
const origin = "https://www.example.com";

describe.skipIf(missing)("two gateways", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let product: Product;
  let one: GatewayProcess;
  let two: GatewayProcess;
  let env: Record<string, string>;

  beforeAll(async () => {
    Object.assign(process.env, services);
    database = await freshDatabase();
    await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
    env = {
      DATABASE_URL: database.url,
      REDIS_URL: services.TEST_REDIS_URL ?? "",
      GATEHOUSE_SECRET: randomBytes(32).toString("hex"),
      GATEHOUSE_VAULT_KEY: randomBytes(32).toString("base64"),
      GATEHOUSE_TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8",
      LOG_LEVEL: "error",
    };
    product = buildProduct(parseEnvironment(env));
    [one, two] = await Promise.all([startGateway(env), startGateway(env)]);
  });
  afterAll(async () => {
    await Promise.all([one?.stop(), two?.stop()]);
    await product?.close();
    await database?.close();
  });

  const freshAddress = () => `203.0.${randomInt(256)}.${randomInt(1, 255)}`;
  function send(to: GatewayProcess, route: string, body: object | null, more: Record<string, string> = {}) {
    const headers = { origin, "content-type": "application/json", "x-forwarded-for": freshAddress(), ...more };
    const method = more.method ?? (body === null ? "GET" : "POST");
    return fetch(`${to.url}/api/v1${route}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  }

  /** How long it takes until `ask` is answered with `status`, milliseconds; at most a second. */
  async function until(status: number, ask: () => Promise<Response>): Promise<void> {
    const began = performance.now();
    for (;;) {
      const response = await ask();
      await response.text();
      if (response.status === status) break;
      if (performance.now() - began > 1500) break;
    }
    expect(performance.now() - began).toBeLessThan(1000);
  }

  test("a removed origin is refused by the other one", async () => {
    const { owner, siteKey } = await freshTenant(product, [origin, "https://stays.example.com"]);
    const ask = () => send(two, "/sessions", { siteKey });
    expect((await ask()).status).toBe(201);
    const [listed] = (await listOrigins(owner)).filter(({ pattern }) => pattern === origin);
    await removeOrigin(owner, { id: listed?.id ?? "" });
    await until(403, ask);
  });

  test("a revoked signing secret verifies nothing any more", async () => {
    const { owner, tenantId, siteKey, jwtSecret, kid } = await freshTenant(product, [origin]);
    const authorization = `Bearer ${signJwt(identityClaims(tenantId), jwtSecret)}`;
    const ask = () => send(two, "/sessions", { siteKey }, { authorization });
    expect((await ask()).status).toBe(201);
    await rotateSigningSecret(owner, { overlapDays: 1 });
    expect((await ask()).status).toBe(201);
    await retireSigningSecret(owner, { kid });
    await until(401, ask);
  });

  test("a secret that leaked verifies nothing any more, and the sessions made with it are dead", async () => {
    const { owner, tenantId, siteKey, jwtSecret, kid } = await freshTenant(product, [origin]);
    const identity = `Bearer ${signJwt(identityClaims(tenantId), jwtSecret)}`;
    const exchange = () => send(two, "/sessions", { siteKey }, { authorization: identity });
    const { token } = await (await exchange()).json();
    const say = () => send(two, "/conversations", { message: "Hello?" }, { authorization: `Bearer ${token}` });
    expect((await say()).status).toBe(201);
    await leakSigningSecret(owner, { kid });
    await Promise.all([until(401, exchange), until(401, say)]);
  });

  test("a session that ended at one is dead at the other", async () => {
    const { siteKey } = await freshTenant(product, [origin]);
    const { token } = await (await send(one, "/sessions", { siteKey })).json();
    const authorization = `Bearer ${token}`;
    const begun = await send(two, "/conversations", { message: "Hello?" }, { authorization });
    const { conversationId } = (await begun.json()) as Answer;
    const ask = () => send(two, `/conversations/${conversationId}`, null, { authorization });
    expect((await ask()).status).toBe(200);
    const ended = await fetch(`${one.url}/api/v1/sessions/current`, {
      method: "DELETE",
      headers: { origin, authorization },
    });
    expect(ended.status).toBe(204);
    await until(401, ask);
  });

  test("a user who was revoked is refused by the other one: their token and their session", async () => {
    const { owner, tenantId, siteKey, jwtSecret } = await freshTenant(product, [origin]);
    const issued = Math.floor(Date.now() / 1000) - 2;
    const identity = `Bearer ${signJwt({ ...identityClaims(tenantId, issued), userId: "usr_gone" }, jwtSecret)}`;
    const exchange = () => send(two, "/sessions", { siteKey }, { authorization: identity });
    const { token } = await (await exchange()).json();
    const say = () => send(two, "/conversations", { message: "Hello?" }, { authorization: `Bearer ${token}` });
    expect((await say()).status).toBe(201);
    await revokeUser(owner, { userId: "usr_gone" });
    await Promise.all([until(401, exchange), until(401, say)]);
  });

  test("all sessions that ended are dead at the other one, and what begins later is good", async () => {
    const { owner, siteKey } = await freshTenant(product, [origin]);
    const begin = async () => (await (await send(two, "/sessions", { siteKey })).json()).token as string;
    const say = (token: string) =>
      send(two, "/conversations", { message: "Hello?" }, { authorization: `Bearer ${token}` });
    const token = await begin();
    expect((await say(token)).status).toBe(201);
    await revokeAllSessions(owner);
    await until(401, () => say(token));
    expect((await say(await begin())).status).toBe(201);
  });

  test("a revoked API key and a disabled site key open nothing at the other one", async () => {
    const { owner, siteKey } = await freshTenant(product, [origin]);
    const { id, apiKey } = await createApiKey(owner, { name: "Test", scopes: ["origins"] });
    const list = () => send(two, "/origins", null, { authorization: `Bearer ${apiKey}` });
    const open = () => send(two, "/sessions", { siteKey });
    expect([(await list()).status, (await open()).status]).toEqual([200, 201]);
    await revokeApiKey(owner, { id });
    await until(401, list);
    const [key] = await owner.database.transaction((tx) => tx.siteKey.findMany());
    await disableSiteKey(owner, { id: key?.id ?? "" });
    await until(404, open);
  });

  test("limits are exact under 32 connections, and spent at both at once", async () => {
    const { siteKey } = await freshTenant(product, [origin]);
    const address = { "x-forwarded-for": freshAddress() };
    await earlyInMinute(25);
    const statuses = await spread(
      Array.from({ length: 400 }, (_, i) => i),
      32,
      async (i) => {
        const response = await send(i % 2 ? one : two, "/sessions", { siteKey }, address);
        await response.text();
        return response.status;
      },
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(300);
    expect(statuses.filter((status) => status === 429)).toHaveLength(100);
    for (const gateway of [one, two]) expect((await send(gateway, "/sessions", { siteKey }, address)).status).toBe(429);
  });

  test("an address is told through two trusted hops, and what a caller wrote before them is not believed", async () => {
    const { siteKey } = await freshTenant(product, [origin]);
    const address = freshAddress();
    await earlyInMinute(10);
    const left = async (to: GatewayProcess, forwarded: string) => {
      const response = await send(to, `/widget?siteKey=${siteKey}`, null, { "x-forwarded-for": forwarded });
      return Number(/"address";r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
    };
    const first = await left(one, `${address}, 10.1.1.1`);
    expect(await left(two, `198.51.100.1, ${address}, 10.2.2.2, 10.1.1.1`)).toBe(first - 1);
    expect(await left(one, address)).toBe(first - 2);
    expect(await left(two, `${address}, 198.51.100.77`)).toBeGreaterThan(first - 3);
  });

  test("200 requests with one nonce at once make one message", async () => {
    const { siteKey } = await freshTenant(product, [origin]);
    const { conversationId } = (await (
      await send(one, "/conversations", { siteKey, message: "One" })
    ).json()) as Answer;
    const body = { message: "Two", nonce: "the same" };
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const response = await send(i % 2 ? one : two, `/conversations/${conversationId}`, body);
        expect(response.status).toBe(200);
        return ((await response.json()) as Answer).message.id;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    const read = (await (await send(two, `/conversations/${conversationId}`, null)).json()) as Transcript;
    expect(read.messages.filter(({ role }) => role === "user").map(({ content }) => content)).toEqual(["One", "Two"]);
  });

  test("what is said at one is heard at the other's event stream, and a process that ends lets go of it", async () => {
    const { siteKey } = await freshTenant(product, [origin]);
    const third = await startGateway(env);
    const { conversationId } = (await (
      await send(one, "/conversations", { siteKey, message: "One" })
    ).json()) as Answer;
    const stream = await send(third, `/conversations/${conversationId}/events`, null);
    expect(stream.status).toBe(200);
    let heard = "";
    const reading = (async () => {
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += part.value;
    })();
    await expect.poll(() => heard).toContain("One");
    await send(two, `/conversations/${conversationId}`, { message: "A second question" });
    await expect.poll(() => heard, { timeout: 1000, interval: 20 }).toContain("A second question");
    const began = performance.now();
    expect(await third.stop()).toBe(0);
    await reading;
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test("answers under way are finished when a process is asked to end, and nobody new is let in", async () => {
    const { siteKey } = await freshTenant(product, [origin]);
    const third = await startGateway({ ...env, GATEWAY_WORKERS: "2" });
    const under = Array.from({ length: 40 }, (_, i) =>
      send(third, "/conversations", { siteKey, message: `Question ${i}`, nonce: String(i) }).then(
        async (response) => ({ status: response.status, body: await response.text() }),
        () => ({ status: 0, body: "" }),
      ),
    );
    await Promise.race(under);
    const ended = third.stop();
    const answers = await Promise.all(under);
    expect(await ended).toBe(0);
    // Refused before it was heard, or answered whole: nothing between.
    for (const { status, body } of answers) if (status !== 0) expect(JSON.parse(body).message.role).toBe("assistant");
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    await expect(send(third, "/sessions", { siteKey })).rejects.toThrow();
  });
});
