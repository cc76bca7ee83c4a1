// What it costs to begin a conversation without a session, where the tenant asks for proofs of work.
import { beforeAll, describe, expect, test } from "vitest";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { challengeOf, solve } from "../../../tests/solve-challenge";

let clock = 0;
const now = () => Date.now() + clock;
const product = freshProduct(now);
const gateway = freshGateway(product);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product);
  await updateTenant(tenant.owner, { proofOfWork: "always" });
});

let addresses = 0;
const newAddress = () => `start ${addresses++}`;

describe("a conversation without a session", () => {
  const start = (proof?: object, { token = "", address = newAddress(), siteKey = tenant.siteKey } = {}) =>
    call(gateway, "POST", "/conversations", {
      ...(token ? { token } : {}),
      headers: { "x-test-address": address },
      body: { siteKey, message: "Hello?", ...(proof ? { proof } : {}) },
    });

  test("costs the same proof, once, and goes on without", async () => {
    const address = newAddress();
    const proof = solve(await challengeOf(await start(undefined, { address })));
    const begun = await start(proof, { address });
    expect(begun.status).toBe(201);
    const { conversationId } = await begun.json();
    await challengeOf(await start(proof, { address }));
    const body = { message: "And then?" };
    expect((await call(gateway, "POST", `/conversations/${conversationId}`, { body })).status).toBe(200);
  });

  test("sent by many at once with one proof is one", async () => {
    const address = newAddress();
    const proof = solve(await challengeOf(await start(undefined, { address })));
    const answers = await Promise.all(Array.from({ length: 12 }, () => start(proof, { address })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test("a proof opens either a session or a conversation, and a token needs none", async () => {
    const address = newAddress();
    const proof = solve(await challengeOf(await start(undefined, { address })));
    const body = { siteKey: tenant.siteKey, proof };
    const opened = await call(gateway, "POST", "/sessions", { headers: { "x-test-address": address }, body });
    const { token } = await opened.json();
    await challengeOf(await start(proof, { address }));
    expect((await start(undefined, { address, token })).status).toBe(201);
    const signed = signJwt(identityClaims(tenant.tenantId, Math.floor(now() / 1000)), tenant.jwtSecret);
    expect((await start(undefined, { address, token: signed })).status).toBe(201);
  });

  test("is suspicious where an address says much within a minute", async () => {
    const own = await freshTenant(product);
    await updateTenant(own.owner, { proofOfWork: "suspicious" });
    const [address, siteKey] = [newAddress(), own.siteKey];
    clock += 60_000 - (now() % 60_000);
    for (let i = 0; i < 20; i++) expect((await start(undefined, { address, siteKey })).status, String(i)).toBe(201);
    const challenge = await challengeOf(await start(undefined, { address, siteKey }));
    expect((await start(undefined, { siteKey })).status).toBe(201);
    expect((await start(solve(challenge), { address, siteKey })).status).toBe(201);
  });
});
