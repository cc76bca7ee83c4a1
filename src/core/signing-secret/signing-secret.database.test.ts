import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { flushObservations } from "@/core/observation/observation";
import { countSessions } from "@/core/session/count-sessions";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { extendSigningSecret } from "./extend-signing-secret";
import { leakSigningSecret } from "./leak-signing-secret";
import { listSigningSecrets } from "./list-signing-secrets";
import { retireSigningSecret } from "./retire-signing-secret";
import { rotateSigningSecret } from "./rotate-signing-secret";

const HOUR = 3600_000;
const DAY = 24 * HOUR;
let clock = 0;
const now = () => Date.now() + clock;
const product = freshProduct(now);
const gateway = freshGateway(product);
const away = freshProduct(now);
const elsewhere = freshGateway(away);

const owner = (own: FreshTenant) => ({ ...own.owner, signedInAt: now() });
const signed = (own: FreshTenant, secret = own.jwtSecret) =>
  signJwt(identityClaims(own.tenantId, Math.floor(now() / 1000)), secret);
const exchange = (own: FreshTenant, token: string, at = gateway) =>
  call(at, "POST", "/sessions", { token, body: { siteKey: own.siteKey } });
const audits = (own: FreshTenant) =>
  own.owner.database.transaction(async (tx) =>
    (await tx.auditEntry.findMany({ orderBy: { sequence: "asc" } })).map(({ action }) => action),
  );
async function use(own: FreshTenant, secret: string, times: number) {
  const token = signed(own, secret);
  for (let i = 0; i < times; i++) expect((await exchange(own, token)).status).toBe(201);
}

describe("what a secret is used for", () => {
  test("is counted by kid over 24 hours, and an old one is safe to retire when it is idle as long", async () => {
    const own = await freshTenant(product);
    await use(own, own.jwtSecret, 3);
    const fresh = await rotateSigningSecret(owner(own), { overlapDays: 7 });
    // Told within a second; the tenant's server gets it later than that.
    await expect.poll(async () => (await exchange(own, signed(own, fresh.jwtSecret))).status).toBe(201);
    await use(own, fresh.jwtSecret, 8);
    await use(own, own.jwtSecret, 1);
    await flushObservations(product);
    expect(await listSigningSecrets(own.owner)).toMatchObject([
      { kid: fresh.kid, state: "current", requests: 9, safeToRetire: false },
      { kid: own.kid, state: "retiring", requests: 4, safeToRetire: false },
    ]);
    expect((await listSigningSecrets(own.owner)).map(({ share }) => share)).toEqual([9 / 13, 4 / 13]);
    clock += DAY - HOUR;
    expect((await listSigningSecrets(own.owner))[1]?.safeToRetire).toBe(false);
    clock += HOUR + 60_000;
    await use(own, fresh.jwtSecret, 2);
    await flushObservations(product);
    expect(await listSigningSecrets(own.owner)).toMatchObject([
      { requests: 2, share: 1, safeToRetire: false },
      { requests: 0, share: 0, safeToRetire: true },
    ]);
  });

  test("costs one write for many requests", async () => {
    const own = await freshTenant(product);
    await Promise.all(Array.from({ length: 5 }, () => use(own, own.jwtSecret, 8)));
    await flushObservations(product);
    const rows = await own.owner.database.transaction((tx) =>
      tx.useCount.findMany({ where: { kind: "signing-secret" } }),
    );
    expect(rows.length).toBeLessThanOrEqual(2);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });
});

describe("an overlap", () => {
  test("is extended, by who saw how it stood, and what has ended does not come back", async () => {
    const own = await freshTenant(product);
    const { oldRetiresAt } = await rotateSigningSecret(owner(own), { overlapDays: 1 });
    const later = new Date(now() + 5 * DAY).toISOString();
    const seenRetiresAt = oldRetiresAt.toISOString();
    const extend = (retiresAt: string, seen = seenRetiresAt) =>
      extendSigningSecret(owner(own), { kid: own.kid, retiresAt, seenRetiresAt: seen });
    await extend(later);
    // The same press again: nothing more happens.
    await extend(later);
    const other = new Date(now() + 6 * DAY).toISOString();
    await expect(extend(other)).rejects.toMatchObject({ code: "conflict", detail: expect.stringContaining(later) });
    await expect(extend(new Date(now() + 31 * DAY).toISOString(), later)).rejects.toMatchObject({
      code: "input_invalid",
    });
    expect((await audits(own)).filter((action) => action === "signing-secret.extended")).toHaveLength(1);
    clock += 2 * DAY;
    expect((await exchange(own, signed(own))).status).toBe(201);
    clock += 3 * DAY + 1;
    expect((await exchange(own, signed(own))).status).toBe(401);
    await expect(extend(new Date(now() + DAY).toISOString(), later)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("pressed twice, or on a stale page", () => {
  test("a rotation makes one secret and answers alike, also when both arrive at once", async () => {
    const own = await freshTenant(product);
    const input = { overlapDays: 7, seenKid: own.kid, submission: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => rotateSigningSecret(owner(own), input)));
    expect(new Set(answers.map(({ jwtSecret }) => jwtSecret)).size).toBe(1);
    expect(await listSigningSecrets(own.owner)).toHaveLength(2);
    expect((await audits(own)).filter((action) => action === "signing-secret.rotated")).toHaveLength(1);
    const stale = rotateSigningSecret(owner(own), { ...input, submission: randomUUID() });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      detail: expect.stringContaining(answers[0]?.kid ?? ""),
    });
    clock += 11 * 60_000;
    await expect(rotateSigningSecret(owner(own), input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("retired twice is retired once", async () => {
    const own = await freshTenant(product);
    await rotateSigningSecret(owner(own), { overlapDays: 7 });
    await Promise.all([1, 2].map(() => retireSigningSecret(owner(own), { kid: own.kid })));
    expect((await audits(own)).filter((action) => action === "signing-secret.retired")).toHaveLength(1);
  });
});

describe("a secret that leaked", () => {
  test("ends, with every session of an identified visitor, and another takes its place", async () => {
    const own = await freshTenant(product);
    const token = signed(own);
    const inside = (await (await exchange(own, token, elsewhere)).json()).token;
    const anonymous = (await (await call(elsewhere, "POST", "/sessions", { body: { siteKey: own.siteKey } })).json())
      .token;
    const say = (bearer: string) =>
      call(elsewhere, "POST", "/conversations", { token: bearer, body: { message: "Hello?" } });
    expect((await say(inside)).status).toBe(201);
    expect(await countSessions(own.owner)).toEqual({ identified: 1, all: 2 });
    const submission = randomUUID();
    const began = performance.now();
    const leaked = await leakSigningSecret(owner(own), { kid: own.kid, submission });
    expect(leaked.sessionsEnded).toBe(1);
    await expect.poll(async () => (await exchange(own, token, elsewhere)).status, { interval: 20 }).toBe(401);
    await expect.poll(async () => (await say(inside)).status, { interval: 20 }).toBe(401);
    expect(performance.now() - began).toBeLessThan(1000);
    expect((await say(anonymous)).status).toBe(201);
    expect(await countSessions(own.owner)).toEqual({ identified: 0, all: 1 });
    // Twice is once.
    const again = await leakSigningSecret(owner(own), { kid: own.kid, submission });
    expect(again).toEqual({ replacement: leaked.replacement, sessionsEnded: 0 });
    expect((await audits(own)).filter((action) => action === "signing-secret.leaked")).toHaveLength(1);
    clock += 6000;
    const good = await exchange(own, signed(own, leaked.replacement?.jwtSecret), elsewhere);
    expect(good.status).toBe(201);
    expect((await say((await good.json()).token)).status).toBe(201);
    expect(await listSigningSecrets(own.owner)).toMatchObject([
      { kid: leaked.replacement?.kid, state: "current" },
      { kid: own.kid, state: "leaked" },
    ]);
  });

  test("that was retiring needs no replacement, and what the current one signs opens sessions at once", async () => {
    const own = await freshTenant(product);
    const fresh = await rotateSigningSecret(owner(own), { overlapDays: 7 });
    expect((await leakSigningSecret(owner(own), { kid: own.kid })).replacement).toBeNull();
    const soon = (await (await exchange(own, signed(own, fresh.jwtSecret))).json()).token;
    clock += 10_000;
    const said = await call(gateway, "POST", "/conversations", { token: soon, body: { message: "Hello?" } });
    expect(said.status).toBe(201);
  });

  test("is said so by an owner who signed in a moment ago", async () => {
    const own = await freshTenant(product);
    const admin = { ...owner(own), role: "admin" as const };
    await expect(leakSigningSecret(admin, { kid: own.kid })).rejects.toMatchObject({ code: "scope_refused" });
    const long = { ...own.owner, signedInAt: now() - 11 * 60_000 };
    await expect(leakSigningSecret(long, { kid: own.kid })).rejects.toMatchObject({ code: "recent_sign_in_required" });
  });
});
