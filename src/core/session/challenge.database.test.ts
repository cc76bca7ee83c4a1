import { beforeAll, describe, expect, test } from "vitest";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { challengeOf, isSolution, solve } from "../../../tests/solve-challenge";
import { lifetimeOf } from "./challenge";
import { difficultyAt } from "./require-proof";

const HOME = "https://www.example.com";
const OTHER = "https://shop.example.com";
let clock = 0;
const now = () => Date.now() + clock;
const product = freshProduct(now);
const gateway = freshGateway(product);
const elsewhere = freshGateway(freshProduct(now));
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME, OTHER]);
  await updateTenant(tenant.owner, { proofOfWork: "always" });
});

let addresses = 0;
const newAddress = () => `proof ${addresses++}`;
const open = (
  proof: object | undefined,
  { at = gateway, origin = HOME, address = "one", siteKey = tenant.siteKey, token = "" } = {},
) =>
  call(at, "POST", "/sessions", {
    origin,
    ...(token ? { token } : {}),
    headers: { "x-test-address": address },
    body: { siteKey, ...(proof ? { proof } : {}) },
  });
describe("a proof of work", () => {
  test("opens one session, from any process, and is then used up", async () => {
    const address = newAddress();
    const challenge = await challengeOf(await open(undefined, { address }));
    expect(challenge).toMatchObject({ algorithm: "sha256-leading-zero-bits", difficulty: 16 });
    const proof = solve(challenge);
    expect((await open(proof, { address, at: elsewhere })).status).toBe(201);
    await challengeOf(await open(proof, { address }));
  });

  test("sent by many at once opens exactly one", async () => {
    const address = newAddress();
    const proof = solve(await challengeOf(await open(undefined, { address })));
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => open(proof, { address, at: i % 2 ? gateway : elsewhere })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test("is refused too late, from another address, origin or tenant, altered, or not solved", async () => {
    const address = newAddress();
    const challenge = await challengeOf(await open(undefined, { address }));
    const proof = solve(challenge);
    const away = await freshTenant(product, [HOME]);
    await updateTenant(away.owner, { proofOfWork: "always" });
    await challengeOf(await open(proof, { address: newAddress() }));
    await challengeOf(await open(proof, { address, origin: OTHER }));
    await challengeOf(await open(proof, { address, siteKey: away.siteKey }));
    // Nearly solved: the first half of the bits.
    let wrong = 0;
    const half = (text: string) => isSolution(text, 8) && !isSolution(text, challenge.difficulty);
    while (!half(`${challenge.challenge}.${wrong}`)) wrong++;
    await challengeOf(await open({ ...proof, solution: String(wrong) }, { address }));
    const easier = { ...challenge, challenge: challenge.challenge.replace(/\.16\./, ".1."), difficulty: 1 };
    await challengeOf(await open(solve(easier), { address }));
    for (const made of ["", "x", "s_0000000000.x.1.1.x", challenge.challenge.slice(0, -1)])
      await challengeOf(await open({ challenge: made, solution: "0" }, { address }));
    clock += 100_000;
    expect((await open(proof, { address })).status).toBe(201);
    const late = solve(await challengeOf(await open(undefined, { address })));
    clock += 121_000;
    await challengeOf(await open(late, { address }));
  });

  test("is a class of its own: a challenge is no token", async () => {
    const { challenge } = await challengeOf(await open(undefined));
    const { siteKey } = tenant;
    for (const named of [{}, { siteKey }]) {
      const body = { message: "Hello?", ...named };
      expect((await call(gateway, "POST", "/conversations", { token: challenge, body })).status).toBe(401);
    }
  });

  test("of another shape is input_invalid", async () => {
    for (const proof of [
      {},
      { challenge: 1, solution: "1" },
      { challenge: "x", solution: "" },
      { challenge: "x".repeat(999), solution: "1" },
    ])
      expect((await open(proof)).status).toBe(400);
  });

  test("is not asked of those who renew, or whom the tenant's server has signed for", async () => {
    const address = newAddress();
    const proof = solve(await challengeOf(await open(undefined, { address })));
    const { token } = await (await open(proof, { address })).json();
    expect((await open(undefined, { address, token })).status).toBe(201);
    const signed = signJwt(identityClaims(tenant.tenantId, Math.floor(now() / 1000)), tenant.jwtSecret);
    expect((await open(undefined, { address, token: signed })).status).toBe(201);
  });
});

describe("the tenant's rule", () => {
  test("off: none is asked for, and one that is sent is not looked at", async () => {
    const own = await freshTenant(product, [HOME]);
    expect((await open(undefined, { siteKey: own.siteKey })).status).toBe(201);
    expect((await open({ challenge: "x", solution: "y" }, { siteKey: own.siteKey })).status).toBe(201);
  });

  test("suspicious: an address that opens many within a minute, and no other; the more, the harder", async () => {
    const own = await freshTenant(product, [HOME]);
    await updateTenant(own.owner, { proofOfWork: "suspicious" });
    const [address, siteKey] = [newAddress(), own.siteKey];
    const knock = () => open(undefined, { address, siteKey });
    // A fresh minute: no window's edge within the test.
    clock += 60_000 - (now() % 60_000);
    for (let i = 0; i < 20; i++) expect((await knock()).status, String(i)).toBe(201);
    const first = await challengeOf(await knock());
    for (let i = 0; i < 60; i++) await knock();
    const later = await challengeOf(await knock());
    expect(first.difficulty).toBe(16);
    expect(later.difficulty).toBe(18);
    expect((await open(undefined, { address: newAddress(), siteKey })).status).toBe(201);
    expect((await open(solve(later), { address, siteKey })).status).toBe(201);
  });

  test("what is harder may take longer", () => {
    expect([16, 19, 20, 22].map(lifetimeOf)).toEqual([120, 120, 240, 960]);
  });

  test("the difficulty never falls below 16 bits or rises past 22", () => {
    expect([0, 1, 15, 30, 60, 300, 1e9].map(difficultyAt)).toEqual([16, 16, 16, 17, 18, 20, 22]);
  });
});
