import { beforeAll, describe, expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { listOrigins } from "@/core/origin/list-origins";
import { removeOrigin } from "@/core/origin/remove-origin";
import { listRefusals } from "@/core/refusal/list-refusals";
import { updateTenant } from "@/core/tenant/update-tenant";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";

const HOME = "https://www.example.com";
const OTHER = "https://shop.example.com";
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME, OTHER]);
});

const open = (ask: Ask = {}, siteKey = tenant.siteKey) =>
  call(gateway, "POST", "/sessions", { ...ask, body: { siteKey } });
const token = async (ask: Ask = {}): Promise<string> => (await (await open(ask)).json()).token;
const say = (ask: Ask, siteKey?: string) =>
  call(gateway, "POST", "/conversations", { ...ask, body: { message: "Hello?", ...(siteKey ? { siteKey } : {}) } });
const claimsOf = (text: string) => JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString());
const code = async (response: Response): Promise<string> => (await response.json()).code;
const identity = () => signJwt(identityClaims(tenant.tenantId, Math.floor(product.now() / 1000)), tenant.jwtSecret);

describe("a session", () => {
  test("lasts an hour, in OAuth's names, and opens conversations without the site key", async () => {
    const response = await open();
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(Object.keys(body)).toEqual(["token", "session_id", "expires_in", "expires_at"]);
    expect(body.expires_in).toBe(3600);
    expect(Math.abs(Date.parse(body.expires_at) - product.now() - 3_600_000)).toBeLessThan(5000);
    expect(response.headers.get("ratelimit-policy")).toContain('"address";q=');
    expect((await say({ token: body.token })).status).toBe(201);
  });

  test("works from its own origin only", async () => {
    expect(await code(await say({ token: await token(), origin: OTHER }))).toBe("origin_mismatch");
    expect(await code(await open({ token: await token(), origin: OTHER }))).toBe("origin_mismatch");
  });

  test("is renewed with the old token for a day after it expired, and the visitor stays the same", async () => {
    const old = await token();
    const renewed = await token({ token: old });
    expect(claimsOf(renewed).sub).toBe(claimsOf(old).sub);
    expect(claimsOf(renewed).sid).not.toBe(claimsOf(old).sid);
    clock += 3_601_000;
    expect(await code(await say({ token: old }))).toBe("token_expired");
    clock += 23 * 3_600_000;
    const late = await token({ token: old });
    expect(claimsOf(late).sub).toBe(claimsOf(old).sub);
    clock += 3_600_000;
    expect(await code(await open({ token: old }))).toBe("token_expired");
  });

  test("that was exchanged for an identity carries it, through renewals, for a day", async () => {
    const first = await token({ token: identity() });
    expect(claimsOf(first).identity).toMatchObject({ userId: "usr_42", plan: "pro" });
    clock += 3_600_000;
    const second = await token({ token: first });
    expect(claimsOf(second).identity).toMatchObject({ userId: "usr_42" });
    expect(claimsOf(second).sub).toBe(claimsOf(first).sub);
    let last = second;
    for (let hour = 0; hour < 22; hour++) {
      clock += 3_600_000;
      last = await token({ token: last });
    }
    clock += 3_600_000 + 1000;
    expect(await code(await open({ token: last }))).toBe("token_expired");
  });

  test("of one user is one visitor, whichever browser begins it", async () => {
    expect(claimsOf(await token({ token: identity() })).sub).toBe(claimsOf(await token({ token: identity() })).sub);
  });

  test("that was revoked opens nothing and renews nothing", async () => {
    const dead = await token();
    const begun = await (await say({ token: dead })).json();
    const id = claimsOf(dead).sid;
    await tenant.owner.database.transaction((tx) =>
      tx.session.update({ where: { id }, data: { revokedAt: new Date() } }),
    );
    const path = `/conversations/${begun.conversationId}`;
    const answers = [
      await say({ token: dead }),
      await open({ token: dead }),
      await call(gateway, "GET", path, { token: dead }),
      await call(gateway, "POST", path, { token: dead, body: { message: "Still there?" } }),
    ];
    for (const answer of answers) expect(await code(answer)).toBe("token_invalid");
  });

  test("sessions that begin at once are all committed when they are answered", async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, async () => (await open()).json()));
    const ids = answers.map(({ session_id }) => session_id);
    const rows = await tenant.owner.database.transaction((tx) => tx.session.count({ where: { id: { in: ids } } }));
    expect(rows).toBe(60);
  });

  test("altered or signed by another key is refused", async () => {
    const good = await token();
    const [header, claims, signature] = good.split(".");
    const changed = Buffer.from(JSON.stringify({ ...claimsOf(good), sub: "vis_someone" })).toString("base64url");
    for (const bad of [`${header}.${changed}.${signature}`, `${header}.${claims}.${signature?.slice(0, -2)}AA`])
      expect(await code(await say({ token: bad }))).toBe("token_invalid");
  });
});

describe("what a tenant demands", () => {
  test("session: no phase 0; identity: signed-in visitors only; report-only counts and lets through", async () => {
    const own = await freshTenant(product, [HOME]);
    const signed = signJwt(identityClaims(own.tenantId, Math.floor(product.now() / 1000)), own.jwtSecret);
    const anonymous = (await (await open({}, own.siteKey)).json()).token;
    const settle = async (demand: "session" | "identity", reportOnly = false) => {
      await updateTenant(own.owner, { demand, demandReportOnly: reportOnly });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    };
    await settle("session");
    expect(await code(await say({}, own.siteKey))).toBe("token_missing");
    for (const shown of [anonymous, signed]) expect((await say({ token: shown })).status).toBe(201);
    await settle("identity");
    expect(await code(await say({}, own.siteKey))).toBe("identity_required");
    expect(await code(await say({ token: anonymous }))).toBe("identity_required");
    expect(await code(await open({}, own.siteKey))).toBe("identity_required");
    const exchanged = (await (await open({ token: signed }, own.siteKey)).json()).token;
    for (const shown of [exchanged, signed]) expect((await say({ token: shown })).status).toBe(201);
    await settle("identity", true);
    expect((await say({}, own.siteKey)).status).toBe(201);
    await flushObservations(product);
    const reasons = (await listRefusals(own.owner)).map(({ reason }) => reason);
    expect(reasons).toEqual(
      expect.arrayContaining(["token_missing", "identity_required", "reported:identity_required"]),
    );
  });
});

test("an origin that is removed is refused within a second, in another process, too", async () => {
  const elsewhere = freshGateway(freshProduct(() => Date.now() + clock));
  const own = await freshTenant(product, [HOME]);
  const body = { siteKey: own.siteKey };
  expect((await call(elsewhere, "POST", "/sessions", { body })).status).toBe(201);
  const [origin] = await listOrigins(own.owner);
  await removeOrigin(own.owner, { id: origin?.id ?? "" });
  const began = performance.now();
  await expect
    .poll(async () => (await call(elsewhere, "POST", "/sessions", { body })).status, { interval: 20 })
    .toBe(403);
  expect(performance.now() - began).toBeLessThan(1000);
});

test("development origins: http on this machine while the switch is on", async () => {
  const own = await freshTenant(product, ["http://localhost:5173", "http://127.0.0.1:3000"]);
  expect((await open({ origin: "http://localhost:5173" }, own.siteKey)).status).toBe(201);
  expect((await open({ origin: "http://127.0.0.1:3000" }, own.siteKey)).status).toBe(201);
  await updateTenant(own.owner, { developmentOrigins: false });
  await expect
    .poll(async () => code(await open({ origin: "http://localhost:5173" }, own.siteKey)), { timeout: 2000 })
    .toBe("https_required");
});

describe("limits", () => {
  // A product of its own with a hundredth of the limits: 12 requests of an address, 3 messages of a visitor.
  const tight = (lookups = { count: 0 }) => {
    const { limiter } = product;
    const take: typeof limiter.take = (rule, subject) =>
      limiter.take({ ...rule, name: `${rule.name}-tight`, limit: rule.limit / 100 }, subject);
    const database = {
      ...product.database,
      directorySql: (run: Parameters<typeof product.database.directorySql>[0]) => {
        lookups.count += 1;
        return product.database.directorySql(run);
      },
    };
    return freshGateway({ ...product, limiter: { take }, database } as typeof product);
  };

  test("of an address come before any look at the token, and cost the database nothing once they are reached", async () => {
    const lookups = { count: 0 };
    const limited = tight(lookups);
    const knock = (siteKey: string) => call(limited, "POST", "/sessions", { token: "not a token", body: { siteKey } });
    const codes: string[] = [];
    for (let i = 0; i < 30; i++) codes.push(await code(await knock(tenant.siteKey)));
    expect(codes.indexOf("rate_limited")).toBeGreaterThanOrEqual(12);
    expect(codes.slice(0, 12)).toEqual(Array(12).fill("token_invalid"));
    const refused = await knock(tenant.siteKey);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("ratelimit")).toMatch(/^"address-tight";r=0;t=\d+$/);
    const before = lookups.count;
    for (let i = 0; i < 20; i++) await knock(`pub_guess_${i}`);
    expect(lookups.count).toBe(before);
    const elsewhere = await call(limited, "POST", "/sessions", {
      body: { siteKey: tenant.siteKey },
      headers: { "x-test-address": "another" },
    });
    expect(elsewhere.status).toBe(201);
  });

  test("of a visitor follow them from address to address, and leave the others alone", async () => {
    const limited = tight();
    const [own, other] = [await token(), await token()];
    const say = async (shown: string, i: number) => {
      const headers = { "x-test-address": `address ${i}` };
      return call(limited, "POST", "/conversations", { token: shown, headers, body: { message: "Hello?" } });
    };
    const codes = [];
    for (let i = 0; i < 9; i++) codes.push((await say(own, i)).status);
    expect(codes.slice(0, 3)).toEqual([201, 201, 201]);
    expect(codes).toContain(429);
    expect((await say(other, 10)).status).toBe(201);
  });
});
