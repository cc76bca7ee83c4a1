// What was ended must not be outlived: whoever holds a dead token trades it for a new one as fast as they can, at a process
// that has not heard of the ending yet. Nothing they got meanwhile may work once every process has heard of it.
import { beforeAll, describe, expect, test } from "vitest";
import { createApiKey } from "@/core/api-key/create-api-key";
import { revokeApiKey } from "@/core/api-key/revoke-api-key";
import { leakSigningSecret } from "@/core/signing-secret/leak-signing-secret";
import { retireSigningSecret } from "@/core/signing-secret/retire-signing-secret";
import { rotateSigningSecret } from "@/core/signing-secret/rotate-signing-secret";
import { revokeUser } from "@/core/visitor/revoke-user";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { revokeAllSessions } from "./revoke-all-sessions";
import { revokeSession } from "./revoke-session";

/** Both hear of an ending only when they next ask, up to 0.4 s later on the embedded database. */
const product = freshProduct();
const here = freshGateway(product);
const gateways = [here, freshGateway(freshProduct())];
const HOME = "https://www.example.com";
/** Long enough for every process to have heard, and for what it remembers to have had its time. */
const ATTACK_MS = 1500;
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product, [HOME]);
});

interface Opened {
  token: string;
  session_id: string;
}
const open = (own: FreshTenant, token: string | undefined, gateway = 0) =>
  call(gateways[gateway % 2] ?? here, "POST", "/sessions", {
    ...(token ? { token } : {}),
    body: { siteKey: own.siteKey },
    // Each from an address of its own: no limit helps the defence.
    headers: { "x-test-address": crypto.randomUUID() },
  });
const session = async (own: FreshTenant, token?: string): Promise<Opened> => (await open(own, token)).json();
const works = async (token: string) => {
  const ask = { token, body: { message: "Hello?" }, headers: { "x-test-address": crypto.randomUUID() } };
  return (await call(here, "POST", "/conversations", ask)).status === 201;
};
const identity = (own: FreshTenant, userId: string) =>
  signJwt({ ...identityClaims(own.tenantId, Math.floor(Date.now() / 1000) - 1), userId }, own.jwtSecret);

/** Trades at all processes while `end` is done and for a while after; returns every token that was got after its beginning. */
async function trade(trader: (gateway: number) => Promise<string | null>, end: () => Promise<unknown>) {
  const got: string[] = [];
  let over = false;
  const traders = gateways.flatMap((_, gateway) =>
    [0, 1].map(async () => {
      while (!over) {
        const token = await trader(gateway);
        if (token) got.push(token);
        else await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 150));
  // Near the end of a second: what is got before everybody has heard bears the next one.
  await new Promise((resolve) => setTimeout(resolve, 1000 - ((Date.now() + 200) % 1000)));
  const before = got.length;
  expect(before).toBeGreaterThan(0);
  await end();
  await new Promise((resolve) => setTimeout(resolve, ATTACK_MS));
  over = true;
  await Promise.all(traders);
  return got;
}

/** Renews what was renewed last, each trader its own line. */
function renewer(own: FreshTenant, first: string) {
  const lines = new Map<number, string>();
  return async (gateway: number) => {
    const response = await open(own, lines.get(gateway) ?? first, gateway);
    if (response.status !== 201) return null;
    const { token } = await response.json();
    lines.set(gateway, token);
    return token as string;
  };
}

/** Trades the same token again and again. */
const exchanger = (own: FreshTenant, token: string) => async (gateway: number) => {
  const response = await open(own, token, gateway);
  return response.status === 201 ? ((await response.json()) as Opened).token : null;
};

async function expectNoneWorks(tokens: string[]): Promise<void> {
  const alive = (await Promise.all(tokens.slice(-40).map(works))).filter(Boolean);
  expect(alive).toHaveLength(0);
}

describe("nothing outlives", () => {
  test("the ending of all sessions by renewal", async () => {
    const { token } = await session(tenant);
    await expectNoneWorks(await trade(renewer(tenant, token), () => revokeAllSessions(tenant.owner)));
    // What begins later is good, within the same second, too.
    expect(await works((await session(tenant)).token)).toBe(true);
  });

  test("the ending of a user by renewal", async () => {
    const { token } = await session(tenant, identity(tenant, "usr_renews"));
    const end = () => revokeUser(tenant.owner, { userId: "usr_renews" });
    await expectNoneWorks(await trade(renewer(tenant, token), end));
  });

  test("the ending of a user by exchange of an identity token", async () => {
    const token = identity(tenant, "usr_trades");
    const end = () => revokeUser(tenant.owner, { userId: "usr_trades" });
    await expectNoneWorks(await trade(exchanger(tenant, token), end));
    const after = signJwt({ ...identityClaims(tenant.tenantId), userId: "usr_trades" }, tenant.jwtSecret);
    expect(await works((await session(tenant, after)).token)).toBe(true);
  });

  test("the leak of a signing secret", async () => {
    const own = await freshTenant(product, [HOME]);
    const token = identity(own, "usr_leak");
    const leak = () => leakSigningSecret(own.owner, { kid: own.kid, submission: crypto.randomUUID() });
    await expectNoneWorks(await trade(exchanger(own, token), leak));
    const renewed = renewer(own, token);
    expect(await renewed(0)).toBeNull();
  });

  test("the retirement of a signing secret by exchange: what was exchanged before stays, nothing is added", async () => {
    const own = await freshTenant(product, [HOME]);
    const token = identity(own, "usr_retired");
    await rotateSigningSecret(own.owner, { overlapDays: 1, submission: crypto.randomUUID() });
    let ended = Number.POSITIVE_INFINITY;
    const end = async () => {
      await retireSigningSecret(own.owner, { kid: own.kid });
      ended = performance.now();
    };
    const later: string[] = [];
    const trader = async (gateway: number) => {
      const began = performance.now();
      const got = await exchanger(own, token)(gateway);
      if (got && began > ended) later.push(got);
      return got;
    };
    const got = await trade(trader, end);
    expect(await works(got[0] ?? "")).toBe(true);
    expect(later).toHaveLength(0);
  });

  test("the end of an API key by what it makes", async () => {
    const own = await freshTenant(product, [HOME]);
    const { id, apiKey } = await createApiKey(own.owner, {
      name: "Test",
      scopes: ["sessions"],
      submission: crypto.randomUUID(),
    });
    let ended = Number.POSITIVE_INFINITY;
    const later: string[] = [];
    const trader = async (gateway: number) => {
      const began = performance.now();
      const body = { userId: "usr_minted", origin: HOME };
      const response = await call(gateways[gateway % 2] ?? here, "POST", "/sessions", {
        origin: null,
        token: apiKey,
        body,
      });
      if (response.status !== 201) return null;
      const { token } = await response.json();
      if (began > ended) later.push(token);
      return token as string;
    };
    await trade(trader, async () => {
      await revokeApiKey(own.owner, { id });
      ended = performance.now();
    });
    expect(later).toHaveLength(0);
  });

  test("the ending of one session: it is renewed before or not at all", async () => {
    const own = await session(tenant);
    let ended = Number.POSITIVE_INFINITY;
    const later: string[] = [];
    const trader = async (gateway: number) => {
      const began = performance.now();
      const got = await exchanger(tenant, own.token)(gateway);
      if (got && began > ended) later.push(got);
      return got;
    };
    const got = await trade(trader, async () => {
      await revokeSession(tenant.owner, { sessionId: own.session_id });
      ended = performance.now();
    });
    expect(later).toHaveLength(0);
    expect(await works(own.token)).toBe(false);
    // Those renewed from it are the same visitor's, and end with it.
    await expectNoneWorks(got);
  });
});
