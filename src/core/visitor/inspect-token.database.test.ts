// What is explained has to be what the gate does: every token here is shown to both.
import { beforeAll, describe, expect, test } from "vitest";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { inspectToken } from "./inspect-token";

const product = freshProduct();
const gateway = freshGateway(product);
const seconds = () => Math.floor(Date.now() / 1000);
let own: FreshTenant;
let away: FreshTenant;
beforeAll(async () => {
  [own, away] = await Promise.all([freshTenant(product), freshTenant(product)]);
});

const claims = (more: object = {}) => ({ ...identityClaims(own.tenantId), ...more });
const sign = (more: object = {}, header: object = {}) =>
  signJwt(claims(more), own.jwtSecret, { alg: "HS256", typ: "JWT", ...header });
const gate = async (token: string) => {
  const response = await call(gateway, "POST", "/sessions", { token, body: { siteKey: own.siteKey } });
  return response.ok ? null : ((await response.json()).code as string);
};

const good: Record<string, () => string> = {
  "all claims": () => sign(),
  "the least": () =>
    signJwt({ tenantId: own.tenantId, userId: "u", iat: seconds(), exp: seconds() + 60 }, own.jwtSecret),
  "with its kid": () => sign({}, { kid: own.kid }),
  "claims of one's own besides": () => sign({ extra: [1], nbf: seconds() }),
  "null for what is left out": () => sign({ userEmail: null, userRoles: null, plan: null }),
};
/** The part that is pointed at. */
const bad: Record<string, [pointed: string, token: () => string]> = {
  "alg HS512": ["header alg", () => signJwt(claims(), own.jwtSecret, { alg: "HS512" }, "sha512")],
  "typ of something else": ["header typ", () => sign({}, { typ: "at+jwt" })],
  "kid unknown": ["header kid", () => sign({}, { kid: "k_0123456789" })],
  "kid a number": ["header kid", () => sign({}, { kid: 7 })],
  crit: ["header crit", () => sign({}, { crit: ["exp"] })],
  jwk: ["header jwk", () => sign({}, { jwk: {} })],
  "another secret": ["signature ", () => signJwt(claims(), away.jwtSecret)],
  "a signature of another length": ["signature ", () => `${sign().split(".").slice(0, 2).join(".")}.x`],
  "another tenant": ["claims tenantId", () => sign({ tenantId: away.tenantId })],
  "tenantId missing": ["claims tenantId", () => sign({ tenantId: undefined })],
  "userId missing": ["claims userId", () => sign({ userId: undefined })],
  "userId a number": ["claims userId", () => sign({ userId: 42 })],
  "userEmail a list": ["claims userEmail", () => sign({ userEmail: [] })],
  "roles a text": ["claims userRoles", () => sign({ userRoles: "admin" })],
  "plan a number": ["claims plan", () => sign({ plan: 1 })],
  expired: ["claims exp", () => sign({ iat: seconds() - 3600, exp: seconds() - 61 })],
  "too long a life": ["claims exp", () => sign({ exp: seconds() + 3700 })],
  "exp in milliseconds": ["claims exp", () => sign({ exp: Date.now() + 1000 })],
  "exp missing": ["claims exp", () => sign({ exp: undefined })],
  "exp before iat": ["claims exp", () => sign({ exp: seconds() - 5 })],
  "iat missing": ["claims iat", () => sign({ iat: undefined })],
  "iat ahead": ["claims iat", () => sign({ iat: seconds() + 120, exp: seconds() + 600 })],
  "nbf ahead": ["claims nbf", () => sign({ nbf: seconds() + 600 })],
};

describe("agrees with the gate and points at the fault", () => {
  test.each(Object.keys(good))("%s", async (name) => {
    const token = good[name]?.() ?? "";
    const { refusedWith, checks } = await inspectToken(own.owner, { token });
    expect(refusedWith).toBeNull();
    expect(await gate(token)).toBeNull();
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test.each(Object.keys(bad))("%s", async (name) => {
    const [pointed, make] = bad[name] ?? ["", () => ""];
    const token = make();
    const { refusedWith, checks } = await inspectToken(own.owner, { token });
    expect(refusedWith).not.toBeNull();
    expect(refusedWith).toBe(await gate(token));
    expect(checks.filter(({ ok }) => !ok).map(({ part, name }) => `${part} ${name}`)).toContain(pointed);
  });
});

test("what is no identity token at all is told as such", async () => {
  const { token } = await (await call(gateway, "POST", "/sessions", { body: { siteKey: own.siteKey } })).json();
  expect((await inspectToken(own.owner, { token })).reason).toContain("session token of ours");
  for (const text of ["", "abc", "a.b", "a.b.c.d", own.jwtSecret])
    expect((await inspectToken(own.owner, { token: text })).reason).toContain("not a signed JWT");
});

test("names the secret that made it, also one that works no more", async () => {
  const tenant = await freshTenant(product);
  const token = signJwt(identityClaims(tenant.tenantId), tenant.jwtSecret);
  await rotateSigningSecret(tenant.owner, { overlapDays: 0 });
  await expect
    .poll(async () => (await inspectToken(tenant.owner, { token })).checks.find(({ part }) => part === "signature"))
    .toMatchObject({ ok: false, value: tenant.kid, words: expect.stringContaining("retired") });
});

test("nothing of a token is stored or logged", async () => {
  const lines: string[] = [];
  const note = (fields: object, text: string) => void lines.push(JSON.stringify([fields, text]));
  const loud = { ...product, log: { info: note, warn: note, error: note } };
  const before = await own.owner.database.transaction((tx) => tx.auditEntry.count());
  await inspectToken({ ...own.owner, product: loud }, { token: sign({ userId: "somebody-in-particular" }) });
  expect(lines).toEqual([]);
  expect(await own.owner.database.transaction((tx) => tx.auditEntry.count())).toBe(before);
});

test("is for admins and owners", async () => {
  const agent = { ...own.owner, role: "agent" as const };
  await expect(inspectToken(agent, { token: "a.b.c" })).rejects.toMatchObject({ code: "scope_refused" });
});
