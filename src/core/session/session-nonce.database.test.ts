// A nonce stands for one session, however often and wherever it is sent.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { updateTenant } from "@/core/tenant/update-tenant";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { challengeOf, solve } from "../../../tests/solve-challenge";

const product = freshProduct();
const here = freshGateway(product);
const gateways = [here, freshGateway(freshProduct())];
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, ["https://www.example.com", "https://shop.example.com"]);
});

interface How {
  token?: string;
  address?: string;
  origin?: string;
  gateway?: number;
  own?: FreshTenant;
  proof?: object;
}
const open = (nonce: string | undefined, how: How = {}) => {
  const { token, address = "one", origin = "https://www.example.com", gateway = 0, own = tenant, proof } = how;
  return call(gateways[gateway] ?? here, "POST", "/sessions", {
    ...{ origin, headers: { "x-test-address": address }, ...(token ? { token } : {}) },
    body: { siteKey: own.siteKey, ...(nonce ? { nonce } : {}), ...(proof ? { proof } : {}) },
  });
};
const idOf = async (response: Response): Promise<string> => {
  expect(response.status).toBe(201);
  return (await response.json()).session_id;
};
const identity = (userId: string) => signJwt({ ...identityClaims(tenant.tenantId), userId }, tenant.jwtSecret);
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

describe("the same nonce again", () => {
  test("gets the same session, with the same token", async () => {
    const nonce = crypto.randomUUID();
    const [first, second] = [await (await open(nonce)).json(), await (await open(nonce, { gateway: 1 })).json()];
    expect(second.session_id).toBe(first.session_id);
    expect(second.token).toBe(first.token);
    expect(await idOf(await open(undefined))).not.toBe(first.session_id);
  });

  test("is one session when forty arrive at once, at two processes", async () => {
    const nonce = crypto.randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => idOf(await open(nonce, { gateway: i % 2, address: "forty" }))),
    );
    expect(new Set(ids).size).toBe(1);
    const where = { id: ids[0] ?? "" };
    expect(await tenant.owner.database.transaction((tx) => tx.session.count({ where }))).toBe(1);
  });

  test("renews once, and exchanges once", async () => {
    const { token } = await (await open(undefined)).json();
    const nonce = crypto.randomUUID();
    const renewed = await (await open(nonce, { token })).json();
    expect((await (await open(nonce, { token })).json()).token).toBe(renewed.token);
    expect(claimsOf(renewed.token).sub).toBe(claimsOf(token).sub);
    const signed = identity("usr_1");
    const exchanged = await (await open(nonce, { token: signed })).json();
    expect((await (await open(nonce, { token: signed })).json()).token).toBe(exchanged.token);
    expect(claimsOf(exchanged.token).identity.userId).toBe("usr_1");
    expect(exchanged.session_id).not.toBe(renewed.session_id);
  });

  test("is another one from another address, page, user or tenant, and where it is short enough to be guessed", async () => {
    const nonce = crypto.randomUUID();
    const away = await freshTenant(product);
    const all = [
      await open(nonce),
      await open(nonce, { address: "two" }),
      await open(nonce, { origin: "https://shop.example.com" }),
      await open(nonce, { token: identity("usr_1") }),
      await open(nonce, { token: identity("usr_2") }),
      await open(nonce, { own: away }),
      await open("uuid"),
      await open("uuid"),
    ];
    expect(new Set(await Promise.all(all.map(idOf))).size).toBe(all.length);
  });

  test("needs no second proof of work", async () => {
    const own = await freshTenant(product);
    await updateTenant(own.owner, { proofOfWork: "always" });
    const how = { own, address: "proof" };
    const nonce = crypto.randomUUID();
    const proof = solve(await challengeOf(await open(nonce, how)));
    const first = await idOf(await open(nonce, { ...how, proof }));
    expect(await idOf(await open(nonce, { ...how, proof }))).toBe(first);
    await challengeOf(await open(crypto.randomUUID(), { ...how, proof }));
  });

  test("brings no session back that was ended", async () => {
    const nonce = crypto.randomUUID();
    const { token } = await (await open(nonce, { address: "ended" })).json();
    await call(here, "DELETE", "/sessions/current", { token });
    expect((await open(nonce, { address: "ended" })).status).toBe(401);
  });
});

test("however requests come, a nonce of a visitor stands for one session", async () => {
  const nonces = Array.from({ length: 3 }, () => crypto.randomUUID());
  const request = fc.record({ nonce: fc.nat(2), address: fc.nat(1), gateway: fc.nat(1), together: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 12 }), fc.uuid(), async (requests, run) => {
      const got = new Map<string, Set<string>>();
      const all: Promise<unknown>[] = [];
      for (const { nonce, address, gateway, together } of requests) {
        const key = `${nonce} ${address}`;
        const asked = open(`${nonces[nonce]}${run}`, { address: `${run} ${address}`, gateway }).then(async (answer) => {
          const id = await idOf(answer);
          got.set(key, (got.get(key) ?? new Set()).add(id));
        });
        all.push(asked);
        if (!together) await asked;
      }
      await Promise.all(all);
      expect([...got.values()].map(({ size }) => size)).toEqual([...got.values()].map(() => 1));
      expect(new Set([...got.values()].flatMap((ids) => [...ids])).size).toBe(got.size);
    }),
    { numRuns: 20 },
  );
});
