// Identity cannot be forged: every way to present a token that the tenant's server did not make just so.
import { execFileSync } from "node:child_process";
import { createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";
import { beforeAll, describe, expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { listRefusals } from "@/core/refusal/list-refusals";
import { retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";

const product = freshProduct();
const gateway = freshGateway(product);
let tenant: FreshTenant;
let stranger: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product);
  stranger = await freshTenant(product, ["https://stranger.example"]);
});

const exchange = (token: string, siteKey = tenant.siteKey) =>
  call(gateway, "POST", "/sessions", { token, body: { siteKey } });
const claims = () => identityClaims(tenant.tenantId);
const nowSeconds = () => Math.floor(Date.now() / 1000);

describe("accepted", () => {
  test("a token that jsonwebtoken signs as the documentation shows", async () => {
    const { iat: _iat, exp: _exp, ...payload } = claims();
    const token = jwt.sign(payload, tenant.jwtSecret, { algorithm: "HS256", expiresIn: "1h" });
    expect((await exchange(token)).status).toBe(201);
  });

  test("a token that Python signs by hand with hmac", async () => {
    const script = `
import base64, hashlib, hmac, json, sys, time
given = json.loads(sys.stdin.read())
b64 = lambda raw: base64.urlsafe_b64encode(raw).rstrip(b"=")
now = int(time.time())
claims = {**given["claims"], "iat": now, "exp": now + 3600, "plan": None}
signed = b64(json.dumps({"alg": "HS256", "typ": "JWT"}).encode()) + b"." + b64(json.dumps(claims).encode())
print((signed + b"." + b64(hmac.new(given["secret"].encode(), signed, hashlib.sha256).digest())).decode())`;
    const input = JSON.stringify({ claims: claims(), secret: tenant.jwtSecret });
    const token = execFileSync("python3", ["-c", script], { input, encoding: "utf8" }).trim();
    expect((await exchange(token)).status).toBe(201);
  });

  test("kid of a live secret, no typ, a clock that is 50 s off either way", async () => {
    const later = identityClaims(tenant.tenantId, nowSeconds() + 50);
    const just = { ...claims(), iat: nowSeconds() - 3600, exp: nowSeconds() - 50 };
    for (const token of [
      signJwt(claims(), tenant.jwtSecret, { alg: "HS256", typ: "JWT", kid: tenant.kid }),
      signJwt(claims(), tenant.jwtSecret, { alg: "HS256" }),
      signJwt(later, tenant.jwtSecret),
      signJwt(just, tenant.jwtSecret),
    ])
      expect((await exchange(token)).status).toBe(201);
  });
});

describe("refused as token_invalid", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const publicPem = rsa.publicKey.export({ type: "spki", format: "pem" }).toString();
  const unsigned = (header: object, body: object) =>
    [header, body].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const asymmetric = (alg: "RS256" | "ES256") => {
    const signed = unsigned({ alg, typ: "JWT" }, claims());
    const key = alg === "RS256" ? rsa.privateKey : { key: ec.privateKey, dsaEncoding: "ieee-p1363" as const };
    return `${signed}.${createSign("sha256").update(signed).sign(key).toString("base64url")}`;
  };
  const withHeader = (more: object) => signJwt(claims(), tenant.jwtSecret, { alg: "HS256", typ: "JWT", ...more });
  const withClaims = (more: object) => signJwt({ ...claims(), ...more }, tenant.jwtSecret);

  const attacks: Record<string, () => string> = {
    "alg none without a signature": () => `${unsigned({ alg: "none", typ: "JWT" }, claims())}.`,
    "alg none with a signature": () => signJwt(claims(), tenant.jwtSecret, { alg: "none" }),
    "alg nOnE": () => `${unsigned({ alg: "nOnE" }, claims())}.x`,
    "alg missing": () => signJwt(claims(), tenant.jwtSecret, { typ: "JWT" }),
    "alg hs256 in small letters": () => signJwt(claims(), tenant.jwtSecret, { alg: "hs256" }),
    "alg in a list": () => signJwt(claims(), tenant.jwtSecret, { alg: ["HS256"] }),
    "alg RS256": () => asymmetric("RS256"),
    "alg ES256": () => asymmetric("ES256"),
    "RS256 named, signed with the secret": () => signJwt(claims(), tenant.jwtSecret, { alg: "RS256" }),
    "HS256 signed with a public key as the secret": () => signJwt(claims(), publicPem),
    "alg HS384": () => signJwt(claims(), tenant.jwtSecret, { alg: "HS384", typ: "JWT" }, "sha384"),
    "alg HS512": () => signJwt(claims(), tenant.jwtSecret, { alg: "HS512", typ: "JWT" }, "sha512"),
    "HS512's signature under HS256's name": () => signJwt(claims(), tenant.jwtSecret, { alg: "HS256" }, "sha512"),
    "a crit header": () => withHeader({ crit: ["exp"], exp: 1 }),
    "crit, empty": () => withHeader({ crit: [] }),
    "b64 false": () => withHeader({ b64: false }),
    "a zip header": () => withHeader({ zip: "DEF" }),
    "a jwk header": () => withHeader({ jwk: { kty: "oct", k: Buffer.from(tenant.jwtSecret).toString("base64url") } }),
    "a jku header": () => withHeader({ jku: "https://stranger.example/keys" }),
    "an x5u header": () => withHeader({ x5u: "https://stranger.example/cert" }),
    "kid unknown": () => withHeader({ kid: "k_0123456789" }),
    "kid of another tenant": () => signJwt(claims(), stranger.jwtSecret, { alg: "HS256", kid: stranger.kid }),
    "kid as a path": () => withHeader({ kid: "../../../../dev/null" }),
    "kid as SQL": () => withHeader({ kid: "' OR 1=1 --" }),
    "kid as a number": () => withHeader({ kid: 1 }),
    "kid as an object": () => withHeader({ kid: { $ne: "" } }),
    "kid in the prototype": () => withHeader({ kid: "__proto__" }),
    "typ of our sessions": () => withHeader({ typ: "gh-session+jwt" }),
    "typ of something else": () => withHeader({ typ: "at+jwt" }),
    "another tenant's secret": () => signJwt(claims(), stranger.jwtSecret),
    "an empty secret": () => signJwt(claims(), ""),
    "claims changed after signing": () => {
      const [header, , signature] = signJwt(claims(), tenant.jwtSecret).split(".");
      return `${header}.${Buffer.from(JSON.stringify({ ...claims(), userId: "admin" })).toString("base64url")}.${signature}`;
    },
    "signature cut off": () => signJwt(claims(), tenant.jwtSecret).slice(0, -4),
    "iat 2 minutes ahead": () => withClaims({ iat: nowSeconds() + 120, exp: nowSeconds() + 3600 }),
    "iat missing": () => withClaims({ iat: undefined }),
    "exp missing": () => withClaims({ exp: undefined }),
    "living longer than an hour": () => withClaims({ exp: claims().iat + 3601 }),
    "exp before iat": () => withClaims({ exp: claims().iat - 1 }),
    "exp a text": () => withClaims({ exp: String(nowSeconds() + 600) }),
    "iat a text": () => withClaims({ iat: String(nowSeconds()) }),
    "exp null": () => withClaims({ exp: null }),
    "not before tomorrow": () => withClaims({ nbf: nowSeconds() + 86_400 }),
    "userId missing": () => withClaims({ userId: undefined }),
    "userId empty": () => withClaims({ userId: "" }),
    "userId a number": () => withClaims({ userId: 7 }),
    "userId of 201 characters": () => withClaims({ userId: "u".repeat(201) }),
    "userId with NUL": () => withClaims({ userId: "u\0" }),
    "userId an object": () => withClaims({ userId: { toString: "x" } }),
    "userEmail a list": () => withClaims({ userEmail: ["a@example.com"] }),
    "userRoles a text": () => withClaims({ userRoles: "admin" }),
    "31 roles": () => withClaims({ userRoles: Array.from({ length: 31 }, (_, i) => `r${i}`) }),
    "a role of 81 characters": () => withClaims({ userRoles: ["r".repeat(81)] }),
    "plan a number": () => withClaims({ plan: 1 }),
    "tenantId a list": () => withClaims({ tenantId: [tenant.tenantId] }),
    "longer than 8 KiB": () => withClaims({ extra: "x".repeat(9000) }),
    "not a token": () => "abc",
    "two parts": () => signJwt(claims(), tenant.jwtSecret).split(".").slice(0, 2).join("."),
    "five parts": () => "a.b.c.d.e",
    "claims a list": () =>
      `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.${Buffer.from("[]").toString("base64url")}.x`,
    "an API key": () => `gk_${"a".repeat(44)}`,
  };

  test.each(Object.keys(attacks))("%s", async (name) => {
    const response = await exchange(attacks[name]?.() ?? "");
    const problem = await response.json();
    expect(problem).toMatchObject({ status: 401, code: "token_invalid" });
    expect(problem.detail).toBe("Get a fresh token. The exact reason stands on the tenant's Refusals page.");
  });

  test("a secret that was retired", async () => {
    const other = await freshTenant(product);
    const token = signJwt(identityClaims(other.tenantId), other.jwtSecret);
    expect((await exchange(token, other.siteKey)).status).toBe(201);
    const rotated = await rotateSigningSecret(other.owner, { overlapDays: 7 });
    expect((await exchange(token, other.siteKey)).status).toBe(201);
    await retireSigningSecret(other.owner, { kid: other.kid });
    await expect.poll(async () => (await exchange(token, other.siteKey)).status, { timeout: 2000 }).toBe(401);
    const fresh = signJwt(identityClaims(other.tenantId), rotated.jwtSecret);
    expect((await exchange(fresh, other.siteKey)).status).toBe(201);
  });
});

describe("refused by name", () => {
  test("expired: token_expired, so that the page fetches a fresh one", async () => {
    const token = signJwt({ ...claims(), iat: nowSeconds() - 3600, exp: nowSeconds() - 61 }, tenant.jwtSecret);
    expect(await (await exchange(token)).json()).toMatchObject({ status: 401, code: "token_expired" });
  });

  test("expired and forged is token_invalid", async () => {
    const token = signJwt({ ...claims(), iat: nowSeconds() - 3600, exp: nowSeconds() - 61 }, stranger.jwtSecret);
    expect(await (await exchange(token)).json()).toMatchObject({ code: "token_invalid" });
  });

  test("another tenant's good token, and an own one that names another tenant: tenant_mismatch", async () => {
    const theirs = signJwt(identityClaims(stranger.tenantId), stranger.jwtSecret);
    const misnamed = signJwt(identityClaims(stranger.tenantId), tenant.jwtSecret);
    for (const token of [theirs, misnamed])
      expect(await (await exchange(token)).json()).toMatchObject({ status: 403, code: "tenant_mismatch" });
  });
});

test("a rotation refuses nobody: tokens of the old and the new secret pass while it happens", async () => {
  const own = await freshTenant(product);
  let secret = own.jwtSecret;
  const old = signJwt(identityClaims(own.tenantId), secret);
  let rotating = true;
  const statuses = new Map<number, number>();
  const visit = async () => {
    while (rotating) {
      for (const token of [old, signJwt(identityClaims(own.tenantId), secret)]) {
        const headers = { "x-test-address": randomUUID() };
        const { status } = await call(gateway, "POST", "/sessions", { token, headers, body: { siteKey: own.siteKey } });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
  };
  const visitors = [visit(), visit(), visit()];
  for (let i = 0; i < 3; i++) {
    const rotated = await rotateSigningSecret(own.owner, { overlapDays: 7 });
    // The tenant's server gets the new secret a moment later than we know it.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    secret = rotated.jwtSecret;
  }
  rotating = false;
  await Promise.all(visitors);
  expect([...statuses.keys()]).toEqual([201]);
});

test("a secret that cannot be opened verifies nothing, and anonymous visitors are let in all the same", async () => {
  const own = await freshTenant(product);
  await own.owner.database.transaction((tx) => tx.signingSecret.updateMany({ data: { sealed: "v1.00000000.x.y" } }));
  expect((await call(gateway, "POST", "/sessions", { body: { siteKey: own.siteKey } })).status).toBe(201);
  const token = signJwt(identityClaims(own.tenantId), own.jwtSecret);
  expect(await (await exchange(token, own.siteKey)).json()).toMatchObject({ code: "token_invalid" });
});

test("the tenant reads the exact reason, and when a secret was last used", async () => {
  const other = await freshTenant(product);
  await exchange(signJwt(identityClaims(other.tenantId), other.jwtSecret, { alg: "HS512" }, "sha512"), other.siteKey);
  await exchange(signJwt(identityClaims(other.tenantId), other.jwtSecret), other.siteKey);
  await flushObservations(product);
  const [refusal] = await listRefusals(other.owner);
  expect(refusal).toMatchObject({ reason: "token_invalid", origin: "https://www.example.com", count: 1 });
  expect(refusal?.detail).toContain("HS512");
  const used = await other.owner.database.transaction((tx) => tx.signingSecret.findFirst());
  expect(used?.lastUsedAt).not.toBeNull();
});
