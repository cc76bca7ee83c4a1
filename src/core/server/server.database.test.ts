// The tenant's server and its API keys: what they may, and that nothing else gets where they belong.
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import { listApiKeys } from "@/core/api-key/list-api-keys";
import { revokeApiKey } from "@/core/api-key/revoke-api-key";
import { flushObservations } from "@/core/observation/observation";
import { listRefusals } from "@/core/refusal/list-refusals";
import { listSources } from "@/core/source/list-sources";
import { type Ask, call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";

const HOME = "https://www.example.com";
const OTHER = "https://shop.example.com";
let clock = 0;
const product = freshProduct(() => Date.now() + clock);
const gateway = freshGateway(product);

type Scopes = Parameters<typeof createApiKey>[1]["scopes"];
const all: Scopes = ["sessions", "origins", "sources", "conversations"];
let tenant: FreshTenant;
let token: string;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME]);
  token = await keyOf(tenant);
});

const keyOf = async (of: FreshTenant, scopes: Scopes = all, expiresAt: string | null = null) =>
  (await createApiKey(signedIn(of), { name: "Test", scopes, expiresAt })).apiKey;
/** The owner, whose password was entered a moment ago by the moved clock, too. */
const signedIn = (of: FreshTenant) => ({ ...of.owner, signedInAt: product.now() });
/** A server's request: no Origin. */
const ask = (method: string, path: string, more: Ask = {}) =>
  call(gateway, method, path, { origin: null, token, ...more });
const code = async (response: Response): Promise<string> => (await response.json()).code;
const claimsOf = (text: string) => JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString());
const user = { userId: "usr_7", userEmail: "seven@example.com", userRoles: ["admin"], plan: "pro", origin: HOME };
const text = "You can return any item within 30 days of delivery. Refunds reach your bank within five working days.";

describe("a session made by the server", () => {
  test("is the user's, works from its origin only, and is renewed by the browser", async () => {
    const made = await ask("POST", "/sessions", { body: user });
    expect(made.status).toBe(201);
    const session = await made.json();
    expect(claimsOf(session.token)).toMatchObject({ origin: HOME, identity: { userId: "usr_7", plan: "pro" } });
    const say = (origin: string) =>
      call(gateway, "POST", "/conversations", { origin, token: session.token, body: { message: "Hello?" } });
    expect((await say(HOME)).status).toBe(201);
    expect((await say(OTHER)).status).toBe(403);
    const renewed = await (await call(gateway, "POST", "/sessions", { token: session.token, body: {} })).json();
    expect(claimsOf(renewed.token).sub).toBe(claimsOf(session.token).sub);
    expect(claimsOf(renewed.token).identity.userId).toBe("usr_7");
  });

  test("is refused for an origin that is not the tenant's, or none", async () => {
    const attempts: [string, string][] = [
      [OTHER, "origin_not_allowed"],
      ["http://www.example.com", "origin_not_allowed"],
      ["null", "input_invalid"],
      ["https://www.example.com/path", "input_invalid"],
    ];
    for (const [origin, wanted] of attempts)
      expect(await code(await ask("POST", "/sessions", { body: { ...user, origin } })), origin).toBe(wanted);
    for (const missing of [{ userId: "" }, { userId: 1 }, { userId: undefined }, { origin: undefined }])
      expect(await code(await ask("POST", "/sessions", { body: { ...user, ...missing } }))).toBe("input_invalid");
  });
});

describe("origins", () => {
  test("are listed, added and removed, and hold at the gate", async () => {
    const own = await freshTenant(product, []);
    const key = await keyOf(own, ["origins"]);
    const open = () => call(gateway, "POST", "/sessions", { body: { siteKey: own.siteKey } });
    expect((await open()).status).toBe(403);
    const added = await ask("POST", "/origins", { token: key, body: { pattern: HOME, group: "web" } });
    expect(added.status).toBe(201);
    const { id } = await added.json();
    expect(await code(await ask("POST", "/origins", { token: key, body: { pattern: HOME } }))).toBe("conflict");
    expect(await code(await ask("POST", "/origins", { token: key, body: { pattern: "*" } }))).toBe("input_invalid");
    const listed = await (await ask("GET", "/origins", { token: key })).json();
    expect(listed.origins).toMatchObject([{ id, pattern: HOME, group: "web", expiresAt: null }]);
    await expect.poll(async () => (await open()).status, { timeout: 1500 }).toBe(201);
    expect((await ask("DELETE", `/origins/${id}`, { token: key })).status).toBe(204);
    expect(await code(await ask("DELETE", `/origins/${id}`, { token: key }))).toBe("not_found");
    await expect.poll(async () => (await open()).status, { timeout: 1500 }).toBe(403);
    const audit = await own.owner.database.transaction((tx) => tx.auditEntry.findMany({ where: { subject: id } }));
    expect(audit.map(({ action }) => action)).toEqual(["origin.added", "origin.removed"]);
    expect(audit.every(({ actor }) => actor.startsWith("key_"))).toBe(true);
  });

  test("that expire are refused from then on and can be added again", async () => {
    const own = await freshTenant(product, []);
    const key = await keyOf(own, ["origins"]);
    const preview = "https://pr-1.example.com";
    const expiresAt = new Date(product.now() + 3600_000).toISOString();
    const add = () => ask("POST", "/origins", { token: key, body: { pattern: preview, expiresAt } });
    const open = () => call(gateway, "POST", "/sessions", { origin: preview, body: { siteKey: own.siteKey } });
    expect((await add()).status).toBe(201);
    await expect.poll(async () => (await open()).status, { timeout: 1500 }).toBe(201);
    clock += 3601_000;
    expect(await code(await open())).toBe("origin_not_allowed");
    expect(await code(await add())).toBe("input_invalid");
    const later = { pattern: preview, expiresAt: new Date(product.now() + 3600_000).toISOString() };
    expect((await ask("POST", "/origins", { token: key, body: later })).status).toBe(201);
  });

  test("of another tenant are not there", async () => {
    const away = await freshTenant(product, [OTHER]);
    const [row] = (await (await ask("GET", "/origins", { token: await keyOf(away) })).json()).origins;
    expect(await code(await ask("DELETE", `/origins/${row.id}`))).toBe("not_found");
  });
});

describe("sources", () => {
  test("are put by the tenant's own id, found by answers, and the same again changes nothing", async () => {
    const own = await freshTenant(product, [HOME]);
    const key = await keyOf(own, ["sources"]);
    const put = (body: object) => ask("PUT", "/sources/help%2Freturns", { token: key, body });
    const first = await (await put({ title: "Returns", text })).json();
    expect(first).toMatchObject({ externalId: "help/returns", changed: true });
    expect(await (await put({ title: "Returns", text })).json()).toEqual({ ...first, changed: false });
    const question = { siteKey: own.siteKey, message: "How many days do I have to return an item?" };
    const answer = () => call(gateway, "POST", "/conversations", { body: question });
    expect((await (await answer()).json()).message.content).toContain("30 days");
    const changed = await (await put({ title: "Returns", text: text.replace("30", "60") })).json();
    expect(changed).toEqual({ ...first, changed: true });
    expect((await (await answer()).json()).message.content).toContain("60 days");
    expect(await listSources(own.owner)).toHaveLength(1);
    expect((await ask("DELETE", "/sources/help%2Freturns", { token: key })).status).toBe(204);
    expect((await (await answer()).json()).message.grounded).toBe(false);
    expect(await code(await ask("DELETE", "/sources/help%2Freturns", { token: key }))).toBe("not_found");
  });

  test("put by many at once are one", async () => {
    const own = await freshTenant(product, [HOME]);
    const key = await keyOf(own, ["sources"]);
    const texts = Array.from({ length: 8 }, (_, i) => `${text} This is edition ${i}.`);
    const answers = await Promise.all(
      texts.map((each) => ask("PUT", "/sources/a", { token: key, body: { title: "Returns", text: each } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200));
    const sources = await listSources(own.owner);
    expect(sources).toHaveLength(1);
    expect(sources[0]?.passages).toBe(1);
  });

  test("may be larger than a visitor's message, up to 4 MiB of body and a million characters", async () => {
    const put = (length: number, bearer = token) =>
      ask("PUT", "/sources/large", {
        token: bearer,
        body: { title: "Large", text: "Long text. ".repeat(length / 11) },
      });
    expect((await put(200_000)).status).toBe(200);
    expect(await code(await put(1_100_000))).toBe("input_invalid");
    expect(await code(await put(5_000_000))).toBe("too_large");
    expect(await code(await put(5_000_000, "gk_nobody"))).toBe("token_invalid");
  });

  test("under ids that are none, or without a text, are refused", async () => {
    const body = { title: "Returns", text };
    for (const id of ["a%20b", "a%00", "x".repeat(201), "%E2%80%8B"])
      expect(await code(await ask("PUT", `/sources/${id}`, { body })), id).toBe("input_invalid");
    for (const wrong of [{ text: "" }, { text: 1 }, { title: "" }, { url: "javascript:alert(1)" }])
      expect(await code(await ask("PUT", "/sources/a", { body: { ...body, ...wrong } }))).toBe("input_invalid");
  });
});

describe("a key", () => {
  test("opens what its scopes say and nothing else, and the tenant learns of the attempt", async () => {
    const own = await freshTenant(product, [HOME]);
    const key = await keyOf(own, ["sources"]);
    for (const [method, path] of [
      ["GET", "/origins"],
      ["POST", "/origins"],
      ["DELETE", "/origins/org_x"],
      ["POST", "/sessions"],
    ] as const) {
      const refused = await ask(method, path, { token: key, ...(method === "POST" ? { body: user } : {}) });
      expect(refused.status).toBe(403);
      expect(await code(refused)).toBe("scope_refused");
    }
    await flushObservations(product);
    expect(await listRefusals(own.owner)).toContainEqual(
      expect.objectContaining({ reason: "scope_refused", count: 4 }),
    );
  });

  test("that is unknown, malformed, of another class or missing is refused on every server route", async () => {
    const session = (await (await ask("POST", "/sessions", { body: user })).json()).token;
    const identity = signJwt(identityClaims(tenant.tenantId, Math.floor(product.now() / 1000)), tenant.jwtSecret);
    const wrong = [`gk_${"0".repeat(44)}`, "gk_", `${token}x`, session, identity, tenant.siteKey, tenant.jwtSecret];
    for (const [method, path] of [
      ["GET", "/origins"],
      ["PUT", "/sources/a"],
    ] as const) {
      const body = method === "PUT" ? { body: { title: "x", text } } : {};
      for (const bad of wrong) {
        const refused = await ask(method, path, { token: bad, ...body });
        expect(refused.status).toBe(401);
        expect(await code(refused), bad).toBe("token_invalid");
      }
      expect(await code(await call(gateway, method, path, { origin: null, ...body }))).toBe("token_missing");
      expect(await code(await call(gateway, method, path, { origin: HOME, ...body }))).toBe("token_missing");
    }
  });

  test("that is revoked is refused within a second, in another process, too; an expired one from its date on", async () => {
    const elsewhere = freshGateway(freshProduct(() => Date.now() + clock));
    const { apiKey, id } = await createApiKey(signedIn(tenant), { name: "Short", scopes: all, expiresAt: null });
    const list = () => call(elsewhere, "GET", "/origins", { origin: null, token: apiKey });
    expect((await list()).status).toBe(200);
    await revokeApiKey(signedIn(tenant), { id });
    const began = performance.now();
    await expect.poll(async () => (await list()).status, { interval: 20 }).toBe(401);
    expect(performance.now() - began).toBeLessThan(1000);
    const short = await keyOf(tenant, all, new Date(product.now() + 60_000).toISOString());
    expect((await ask("GET", "/origins", { token: short })).status).toBe(200);
    clock += 60_001;
    expect(await code(await ask("GET", "/origins", { token: short }))).toBe("token_expired");
  });

  test("in use is written down as used", async () => {
    const own = await freshTenant(product, [HOME]);
    const key = await keyOf(own);
    for (let i = 0; i < 3; i++) await ask("GET", "/origins", { token: key });
    await flushObservations(product);
    expect((await listApiKeys(own.owner))[0]?.lastUsedAt).not.toBeNull();
  });
});
