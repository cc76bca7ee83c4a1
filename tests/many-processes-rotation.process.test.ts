// A rotation while visitors come in by the hundred each second, over HTTP, at two gateways on one Postgres and one Redis:
// nobody is refused for it; and once the old secret has leaked, everybody who shows it is, within a second.
import { randomBytes, randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Product } from "@/core/product";
import { leakSigningSecret } from "@/core/signing-secret/leak-signing-secret";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { parseEnvironment } from "@/env";
import { buildProduct } from "@/wiring";
import { findServices } from "../scripts/real-services.mjs";
import { migrate } from "../src/store/migrate";
import { freshDatabase } from "./fresh-database";
import { identityClaims, signJwt } from "./fresh-gateway";
import { freshTenant } from "./fresh-tenant";
import { type GatewayProcess, startGateway } from "./gateway-process";

const services = await findServices();
const missing = !services.TEST_DATABASE_URL || !services.TEST_REDIS_URL;
if (missing) console.warn("Rotation under load is not tested: no Postgres and Redis answer on this machine.");

const PER_SECOND = 500;
const TICK_MS = 20;
/** A machine that has so many unanswered is asked no more until it has caught up: the rate reached is printed and held. */
const MOST_OPEN = 250;
/** Short enough to end within the test. */
const OVERLAP_SECONDS = 8;
const DAY_SECONDS = 24 * 3600;
const ORIGIN = "https://www.example.com";

interface Knock {
  gateway: number;
  secret: string;
  at: number;
  status: number;
}

const statuses = (of: Knock[]) => [...new Set(of.map(({ status }) => status))];

describe.skipIf(missing)("a rotation under load", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let product: Product;
  let gateways: GatewayProcess[];
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });

  beforeAll(async () => {
    Object.assign(process.env, services);
    database = await freshDatabase();
    await migrate(database.url, `${import.meta.dirname}/../prisma/migrations`);
    const env = {
      DATABASE_URL: database.url,
      REDIS_URL: services.TEST_REDIS_URL ?? "",
      GATEHOUSE_SECRET: randomBytes(32).toString("hex"),
      GATEHOUSE_VAULT_KEY: randomBytes(32).toString("base64"),
      GATEHOUSE_TRUSTED_PROXIES: "127.0.0.1",
      GATEHOUSE_LIMIT_SCALE: "1000000",
    };
    product = buildProduct(parseEnvironment({ ...env, LOG_LEVEL: "silent" }));
    gateways = await Promise.all([startGateway(env), startGateway(env)]);
  });
  afterAll(async () => {
    agent.destroy();
    await Promise.all((gateways ?? []).map((gateway) => gateway.stop()));
    await product?.close();
    await database?.close();
  });

  /** Changes an identity token for a session; resolves with the answer's status, 0 where there was none. */
  function exchange(gateway: number, siteKey: string, token: string): Promise<number> {
    const body = JSON.stringify({ siteKey });
    const headers = {
      origin: ORIGIN,
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": body.length,
      "x-forwarded-for": `203.0.${randomInt(256)}.${randomInt(1, 255)}`,
    };
    return new Promise((resolve) => {
      const sent = request(
        `${gateways[gateway]?.url}/api/v1/sessions`,
        { method: "POST", agent, headers },
        (answer) => {
          answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
        },
      );
      sent
        .once("error", (error: NodeJS.ErrnoException) => {
          // The server closed an idle connection as it was taken up again: any client asks once more on another one.
          const wasIdle = sent.reusedSocket && error.code === "ECONNRESET";
          resolve(wasIdle ? exchange(gateway, siteKey, token) : 0);
        })
        .end(body);
    });
  }

  test("refuses nobody while two secrets are good, the old one after its overlap, and the leaked one within a second", async () => {
    const { owner, tenantId, siteKey, jwtSecret } = await freshTenant(product, [ORIGIN]);
    const knocks: Promise<Knock>[] = [];
    let open = 0;
    const knock = async (n: number, secret: string): Promise<Knock> => {
      open++;
      const at = performance.now();
      const token = signJwt({ ...identityClaims(tenantId), userId: `usr_${n % 1000}` }, secret);
      const status = await exchange(n % 2, siteKey, token);
      open--;
      return { gateway: n % 2, secret, at, status };
    };
    /** Knocks for so long; answers with what came of it once all have been answered, and how many that were a second. */
    const keepKnocking = async (seconds: number, secretOf: (n: number) => string) => {
      const first = knocks.length;
      const began = performance.now();
      for (let tick = 0; tick < (seconds * 1000) / TICK_MS; tick++) {
        for (let i = 0; i < (PER_SECOND * TICK_MS) / 1000 && open < MOST_OPEN; i++)
          knocks.push(knock(knocks.length, secretOf(knocks.length)));
        await sleep(Math.max(0, began + (tick + 1) * TICK_MS - performance.now()));
      }
      const rate = (1000 * (knocks.length - first)) / (performance.now() - began);
      return { rate, answered: await Promise.all(knocks.slice(first)) };
    };
    const refused = (of: Knock[]) => of.filter(({ status }) => status !== 201);
    const either = (one: string, other: string) => (n: number) => (n % 4 < 2 ? one : other);

    // What this machine can do while nothing is rotated.
    const before = await keepKnocking(2, () => jwtSecret);
    expect(refused(before.answered)).toEqual([]);

    // All of an overlap, to its end: the tenant's servers get the new secret one after the other.
    const rotated = rotateSigningSecret(owner, { overlapDays: OVERLAP_SECONDS / DAY_SECONDS });
    const changing = keepKnocking(1, () => jwtSecret);
    const { jwtSecret: second, kid: secondKid } = await rotated;
    const ends = performance.now() + OVERLAP_SECONDS * 1000;
    expect(refused((await changing).answered)).toEqual([]);
    const during = await keepKnocking((ends - performance.now()) / 1000 - 1, either(jwtSecret, second));
    expect(refused(during.answered)).toEqual([]);
    console.info(`rotation over HTTP: ${[before, during].map(({ rate }) => Math.round(rate))} exchanges a second`);
    expect(during.rate).toBeGreaterThan(0.7 * Math.min(PER_SECOND, before.rate));

    await sleep(Math.max(0, ends + 1000 - performance.now()));
    const over = await keepKnocking(1, either(jwtSecret, second));
    expect(refused(over.answered.filter(({ secret }) => secret === second))).toEqual([]);
    expect(statuses(over.answered.filter(({ secret }) => secret === jwtSecret))).toEqual([401]);

    // And one that ends by a leak.
    const { jwtSecret: third } = await rotateSigningSecret(owner, { overlapDays: 1 });
    const leaked = leakSigningSecret(owner, { kid: secondKid }).then(() => performance.now());
    const after = await keepKnocking(3, either(second, third));
    const leakedAt = await leaked;
    expect(refused(after.answered.filter(({ secret }) => secret === third))).toEqual([]);
    const shown = after.answered.filter(({ secret, at }) => secret === second && at > leakedAt + 1000);
    expect(new Set(shown.map(({ gateway }) => gateway)).size).toBe(2);
    expect(statuses(shown)).toEqual([401]);
  }, 120_000);
});
