// What ends sessions and users, and that another process hears of it within a second.
import { beforeAll, describe, expect, test } from "vitest";
import type { Member } from "@/core/member/member";
import { revokeUser } from "@/core/visitor/revoke-user";
import { call, freshGateway, identityClaims, signJwt } from "../../../tests/fresh-gateway";
import { type FreshTenant, freshProduct, freshTenant } from "../../../tests/fresh-tenant";
import { revokeAllSessions } from "./revoke-all-sessions";
import { revokeSession } from "./revoke-session";
import { isLive } from "./session-liveness";

let clock = 0;
const now = () => Date.now() + clock;
const product = freshProduct(now);
const here = freshGateway(product);
const anotherProcess = freshProduct(now);
const elsewhere = freshGateway(anotherProcess);
let tenant: FreshTenant;
beforeAll(async () => {
  tenant = await freshTenant(product);
});

type Gateway = typeof here;
const open = (token?: string, gateway: Gateway = here) =>
  call(gateway, "POST", "/sessions", { ...(token ? { token } : {}), body: { siteKey: tenant.siteKey } });
const session = async (token?: string): Promise<{ token: string; session_id: string }> => (await open(token)).json();
const say = (token: string, gateway: Gateway = here) =>
  call(gateway, "POST", "/conversations", { token, body: { message: "Hello?" } });
const end = (token?: string, gateway: Gateway = here) =>
  call(gateway, "DELETE", "/sessions/current", token ? { token } : {});
const code = async (response: Response): Promise<string> => (await response.json()).code;
const identity = (userId: string, secondsAgo = 0) =>
  signJwt({ ...identityClaims(tenant.tenantId, Math.floor(now() / 1000) - secondsAgo), userId }, tenant.jwtSecret);
/** Reading a conversation, as a route that asks nothing of the database about sessions itself would. */
const reader = async (token: string) => {
  const { conversationId } = await (await say(token)).json();
  return (gateway: Gateway) => call(gateway, "GET", `/conversations/${conversationId}`, { token });
};

/** Fails unless `token` was good at the other process, and is refused there within a second of `revoke`. */
async function expectEnd(token: string, revoke: () => Promise<unknown>): Promise<void> {
  const read = await reader(token);
  expect((await read(elsewhere)).status).toBe(200);
  await revoke();
  const began = performance.now();
  for (const gateway of [elsewhere, here])
    await expect.poll(async () => (await read(gateway)).status, { interval: 20, timeout: 3000 }).toBe(401);
  expect(performance.now() - began).toBeLessThan(1000);
  for (const gateway of [here, elsewhere]) {
    expect(await code(await say(token, gateway))).toBe("token_invalid");
    expect(await code(await open(token, gateway))).toBe("token_invalid");
  }
}

/** The owner, who has just signed in: the tests move the clock. */
const owner = (): Member => ({ ...tenant.owner, signedInAt: now() });

/** Identity tokens tell time by the second; ours do not. */
const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1005 - (now() % 1000)));

describe("DELETE /sessions/current", () => {
  test("ends the session, here at once and elsewhere within a second, and no other", async () => {
    const [own, other] = [(await session()).token, (await session()).token];
    await expectEnd(own, async () => expect((await end(own)).status).toBe(204));
    expect((await say(other)).status).toBe(201);
    expect(await code(await end(own))).toBe("token_invalid");
  });

  test("ends those it was renewed from and to as well: there is no older copy to go on with", async () => {
    const first = (await session()).token;
    const second = (await session(first)).token;
    const third = (await session(second)).token;
    expect((await say(first)).status).toBe(201);
    expect((await end(second)).status).toBe(204);
    for (const token of [first, second, third])
      await expect.poll(async () => code(await say(token)), { timeout: 1500 }).toBe("token_invalid");
  });

  test("ends one that has expired and could still be renewed", async () => {
    const { token } = await session();
    clock += 2 * 3600_000;
    expect(await code(await say(token))).toBe("token_expired");
    expect((await end(token)).status).toBe(204);
    expect(await code(await open(token))).toBe("token_invalid");
  });

  test("needs a session: nothing, a site key or an identity in its place end nothing", async () => {
    expect(await code(await end(identity("usr_1")))).toBe("token_invalid");
    expect(await code(await end(tenant.siteKey))).toBe("token_invalid");
    const nothing = await call(here, "DELETE", `/sessions/current?siteKey=${tenant.siteKey}`);
    expect(await code(nothing)).toBe("token_missing");
  });

  test("is known to a process that asks the database nothing, within a second", async () => {
    const { token, session_id } = await session();
    expect((await say(token, elsewhere)).status).toBe(201);
    const known = () => isLive(anotherProcess, tenant.tenantId, session_id);
    expect(await known()).toBe(true);
    await end(token);
    const began = performance.now();
    await expect.poll(known, { interval: 20, timeout: 3000 }).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test("does not make any process read the tenant's configuration again", async () => {
    const changes: (string | null)[] = [];
    const stop = product.changes.subscribe((tenantId, sessionId) => {
      if (tenantId === tenant.tenantId) changes.push(sessionId);
    });
    const { token, session_id } = await session();
    await end(token);
    await expect.poll(() => changes, { timeout: 1500 }).toContain(session_id);
    expect(changes).not.toContain(null);
    stop();
  });
});

describe("a member", () => {
  test("ends one session", async () => {
    const own = await session();
    await expectEnd(own.token, () => revokeSession(owner(), { sessionId: own.session_id }));
    await expect(revokeSession(owner(), { sessionId: "ses_none" })).rejects.toMatchObject({ code: "not_found" });
    const away = await freshTenant(product);
    const theirs = revokeSession(away.owner, { sessionId: own.session_id });
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  });

  test("ends all that began before, and what begins later is good", async () => {
    const [first, second] = [(await session()).token, (await session(identity("usr_all"))).token];
    await expectEnd(first, () => revokeAllSessions(owner()));
    expect(await code(await say(second, elsewhere))).toBe("token_invalid");
    expect((await say((await session()).token, elsewhere)).status).toBe(201);
  });

  test("ends a user: identity tokens and sessions from before, not those from after, nor another user's", async () => {
    const before = identity("usr_gone", 1);
    const exchanged = (await session(before)).token;
    const other = (await session(identity("usr_stays"))).token;
    await expectEnd(exchanged, () => revokeUser(owner(), { userId: "usr_gone" }));
    expect(await code(await say(before, elsewhere))).toBe("token_invalid");
    expect(await code(await open(before, elsewhere))).toBe("token_invalid");
    expect((await say(other, elsewhere)).status).toBe(201);
    await nextSecond();
    expect((await say(identity("usr_gone"), elsewhere)).status).toBe(201);
  });

  test("needs to be an admin, and each ending stands in the audit", async () => {
    const agent: Member = { ...owner(), role: "agent" };
    for (const attempt of [
      revokeAllSessions(agent),
      revokeUser(agent, { userId: "x" }),
      revokeSession(agent, { sessionId: "x" }),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "scope_refused" });
    const audit = await tenant.owner.database.transaction((tx) => tx.auditEntry.findMany());
    const actions = audit.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["session.revoked", "session.all-revoked", "user.revoked"]));
  });
});
