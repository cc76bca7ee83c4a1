// Postgres away, Redis away, a gateway killed — under load: clear refusals meanwhile, nobody waits for nothing, and what
// was acknowledged is there, once.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Product } from "@/core/product";
import { parseEnvironment } from "@/env";
import { buildProduct } from "@/wiring";
import { migrate } from "../src/store/migrate";
import type { Answer, Transcript } from "../widget/wire";
import { freshTenant } from "./fresh-tenant";
import { freePort, type GatewayProcess, startGateway } from "./gateway-process";
import { privatePostgres, privateRedis, type Service } from "./private-services";

const postgres = await privatePostgres();
const redis = await privateRedis();
if (!postgres || !redis)
  console.warn("Outages are not tested: this machine has no Postgres and Redis of its own to run.");
const origin = "https://www.example.com";

describe.skipIf(!postgres || !redis)("under load", () => {
  const [database, counters] = [postgres as Service, redis as Service];
  let product: Product;
  let env: Record<string, string>;
  let steady: GatewayProcess;
  let fragile: GatewayProcess;
  let siteKey: string;

  beforeAll(async () => {
    await Promise.all([database.start(), counters.start()]);
    await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
    env = {
      DATABASE_URL: database.url,
      REDIS_URL: counters.url,
      GATEHOUSE_SECRET: randomBytes(32).toString("hex"),
      GATEHOUSE_VAULT_KEY: randomBytes(32).toString("base64"),
      GATEHOUSE_LIMIT_SCALE: "1000",
      LOG_LEVEL: "silent",
    };
    product = buildProduct(parseEnvironment(env));
    ({ siteKey } = await freshTenant(product, [origin]));
    await product.close();
    const port = String(await freePort());
    [steady, fragile] = await Promise.all([startGateway(env), startGateway({ ...env, PORT: port })]);
  });
  afterAll(async () => {
    await Promise.all([steady?.stop(), fragile?.kill()]);
    await Promise.all([database.remove(), counters.remove()]);
  });

  const headers = { origin, "content-type": "application/json" };
  const send = (to: GatewayProcess, route: string, body: object) =>
    fetch(`${to.url}/api/v1${route}`, { method: "POST", headers, body: JSON.stringify(body) });

  /**
   * Keeps eight visitors talking until `during` is over, each message sent again with its nonce until it is
   * acknowledged; then compares what was acknowledged with what is stored. Returns the statuses that were seen.
   */
  async function talkWhile(
    gateways: () => GatewayProcess[],
    during: () => Promise<void>,
  ): Promise<Map<number, number>> {
    const seen = new Map<number, number>();
    let over = false;
    let longest = 0;
    const visitors = Array.from({ length: 8 }, async (_, visitor) => {
      const begun = await send(steady, "/conversations", {
        siteKey,
        message: "Message 0",
        nonce: randomBytes(8).toString("hex"),
      });
      const { conversationId } = (await begun.json()) as Answer;
      const acknowledged: string[] = [];
      for (let i = 1; !over; i++) {
        const body = { message: `Message ${i}`, nonce: `${visitor} ${i}` };
        for (let tries = 0; acknowledged.length < i; tries++) {
          const to = gateways()[(visitor + tries) % gateways().length] ?? steady;
          const began = performance.now();
          const response = await send(to, `/conversations/${conversationId}`, body).catch(() => null);
          const text = await response?.text().catch(() => null);
          longest = Math.max(longest, performance.now() - began);
          const status = response && typeof text === "string" ? response.status : 0;
          seen.set(status, (seen.get(status) ?? 0) + 1);
          if (status === 200) acknowledged.push(JSON.parse(text ?? "").message.id);
          else {
            if (status !== 0) expect(text).toContain('"code":"answer_unavailable"');
            await sleep(50);
          }
        }
      }
      return { conversationId, acknowledged };
    });
    await during();
    over = true;
    let messages = 0;
    for (const { conversationId, acknowledged } of await Promise.all(visitors)) {
      const read = await fetch(`${steady.url}/api/v1/conversations/${conversationId}`, { headers: { origin } });
      const { messages: stored } = (await read.json()) as Transcript;
      const asked = stored.filter(({ role }) => role === "user").map(({ content }) => content);
      expect(asked).toEqual(["Message 0", ...acknowledged.map((_, i) => `Message ${i + 1}`)]);
      const answered = stored.filter(({ role }) => role === "assistant").map(({ id }) => id);
      expect(answered.slice(1)).toEqual(acknowledged);
      messages += acknowledged.length;
    }
    expect(messages).toBeGreaterThan(50);
    expect(longest).toBeLessThan(10_000);
    return seen;
  }

  test("Postgres stops and starts: 503 meanwhile, nothing acknowledged is lost, nothing is there twice", async () => {
    const seen = await talkWhile(
      () => [steady, fragile],
      async () => {
        await sleep(1500);
        await database.stop();
        const health = async (part: string) => (await fetch(`${steady.url}/api/health${part}`)).status;
        expect([await health("/live"), await health("/ready"), await health("")]).toEqual([200, 503, 503]);
        // A configuration that was in memory is not there for ever.
        await sleep(6000);
        const began = performance.now();
        const refused = await send(steady, "/sessions", { siteKey });
        expect(refused.status).toBe(503);
        expect(refused.headers.get("retry-after")).toBe("5");
        expect(await refused.json()).toMatchObject({ code: "answer_unavailable" });
        expect(performance.now() - began).toBeLessThan(5000);
        await database.start();
        await sleep(2500);
      },
    );
    expect([...seen.keys()].sort()).toEqual([200, 503]);
  });

  test("Redis stops and starts: limits are counted by each process meanwhile, and nobody notices", async () => {
    const seen = await talkWhile(
      () => [steady, fragile],
      async () => {
        await sleep(500);
        await counters.stop();
        await sleep(2000);
        await counters.start();
        await sleep(1500);
      },
    );
    expect([...seen.keys()]).toEqual([200]);
  });

  test("where limits must hold, Redis away is a 503 and no way around them", async () => {
    const strict = await startGateway({ ...env, GATEHOUSE_LIMITS_WHEN_DOWN: "closed" });
    try {
      expect((await send(strict, "/sessions", { siteKey })).status).toBe(201);
      await counters.stop();
      const refused = await send(strict, "/sessions", { siteKey });
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({ code: "answer_unavailable" });
    } finally {
      await counters.start();
      await strict.stop();
    }
  });

  test("a gateway is killed and started again: its visitors go on at the other one", async () => {
    const port = new URL(fragile.url).port;
    const seen = await talkWhile(
      () => [steady, fragile],
      async () => {
        await sleep(1000);
        await fragile.kill();
        await sleep(1500);
        fragile = await startGateway({ ...env, PORT: port });
        await sleep(1000);
      },
    );
    expect([...seen.keys()].sort()).toEqual([0, 200]);
  });

  test("of several processes on one port a killed one is replaced, and the others go on", async () => {
    const several = await startGateway({ ...env, GATEWAY_WORKERS: "2" });
    const { tree } = await import("./processes");
    try {
      const before = tree(several.child.pid).slice(1);
      const [victim = 0] = before;
      const seen = await talkWhile(
        () => [several],
        async () => {
          await sleep(800);
          process.kill(victim, "SIGKILL");
          await sleep(2500);
        },
      );
      expect(seen.get(200)).toBeGreaterThan(50);
      expect(tree(several.child.pid)).not.toContain(victim);
      expect(tree(several.child.pid)).toHaveLength(before.length + 1);
    } finally {
      expect(await several.stop()).toBe(0);
    }
  });
});
