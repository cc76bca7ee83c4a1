import { expect, test } from "vitest";
import { newFailure } from "../talk/failure";
import type { SessionAnswer } from "../wire";
import { createTokenKeeper } from "./token-keeper";

function setUp({
  stored = null as unknown,
  open = undefined as ((old: string | null) => Promise<SessionAnswer>) | undefined,
} = {}) {
  const opened: (string | null)[] = [];
  const saved: unknown[] = [];
  const clock = { now: 0 };
  const keeper = createTokenKeeper({
    now: () => clock.now,
    openSession: async (old) => {
      opened.push(old);
      if (open) return open(old);
      return { token: `t${opened.length}`, session_id: "s", expires_in: 3600, expires_at: "" };
    },
    load: () => stored,
    save: (held) => saved.push(held?.token ?? null),
    onToken: () => {},
  });
  return { keeper, opened, saved, clock };
}

test("phase 0 has no token and asks for none", async () => {
  const { keeper, opened } = setUp();
  expect(await keeper.bearer()).toBeNull();
  expect(opened).toEqual([]);
});

test("however many ask, one session is opened; however many are refused, one renewal", async () => {
  const { keeper, opened } = setUp();
  keeper.demandSession();
  expect(await Promise.all([keeper.bearer(), keeper.bearer(), keeper.bearer()])).toEqual(["t1", "t1", "t1"]);
  const after = await Promise.all([1, 2, 3, 4].map(() => keeper.bearerAfter("t1", "token_expired")));
  expect(after).toEqual(["t2", "t2", "t2", "t2"]);
  // One more who was refused with the old token, but hears of it late.
  expect(await keeper.bearerAfter("t1", "token_expired")).toBe("t2");
  expect(opened).toEqual([null, "t1"]);
});

test("renewed 5 minutes before the end; if that fails, what still lives still serves", async () => {
  const { keeper, opened, clock } = setUp({
    open: async (old) => {
      if (old) throw newFailure("network");
      return { token: "t1", session_id: "s", expires_in: 3600, expires_at: "" };
    },
  });
  keeper.demandSession();
  await keeper.bearer();
  clock.now = 55 * 60_000 - 1;
  await keeper.bearer();
  expect(opened).toEqual([null]);
  clock.now += 1;
  expect(await keeper.bearer()).toBe("t1");
  expect(opened).toEqual([null, "t1"]);
  clock.now = 60 * 60_000;
  await expect(keeper.bearer()).rejects.toMatchObject({ code: "network" });
});

test("a token that can no longer be renewed is followed by a new session", async () => {
  const { keeper, opened } = setUp({
    stored: { token: "old", sessionId: "s", expiresAt: -1, lifetimeMs: 3_600_000 },
    open: async (old) => {
      if (old) throw newFailure("token_invalid", 401);
      return { token: "new", session_id: "s", expires_in: 3600, expires_at: "" };
    },
  });
  keeper.demandSession();
  expect(await keeper.bearer()).toBe("new");
  expect(opened).toEqual(["old", null]);
});

test("an identity is sent as it is, refreshed once, never stored, and never becomes a session", async () => {
  const { keeper, opened, saved } = setUp();
  let refreshed = 0;
  keeper.identify({ jwt: "first", onTokenRefresh: async () => `fresh-${++refreshed}` });
  expect(await keeper.bearer()).toBe("first");
  const after = await Promise.all([
    keeper.bearerAfter("first", "token_expired"),
    keeper.bearerAfter("first", "token_expired"),
  ]);
  expect(after).toEqual(["fresh-1", "fresh-1"]);
  expect([opened, saved]).toEqual([[], []]);
});

test("onTokenRefresh that rejects, throws or gives no token is token_expired", async () => {
  const bad = [
    () => Promise.reject("no"),
    () => undefined,
    () => ({ token: "x" }),
    () => {
      throw new Error("no");
    },
  ];
  for (const onTokenRefresh of bad) {
    const { keeper } = setUp();
    keeper.identify({ jwt: "first", onTokenRefresh });
    await expect(keeper.bearerAfter("first", "token_expired")).rejects.toMatchObject({
      code: "token_expired",
      status: 401,
    });
  }
});

test("a visitor who logs out during a renewal is not brought back by it", async () => {
  let answer: (jwt: string) => void = () => {};
  const { keeper } = setUp();
  keeper.identify({
    jwt: "first",
    onTokenRefresh: () => new Promise((resolve) => (answer = resolve as typeof answer)),
  });
  const waiting = keeper.bearerAfter("first", "token_expired");
  await Promise.resolve();
  await Promise.resolve();
  keeper.clear("everyone");
  answer("late");
  await expect(waiting).rejects.toMatchObject({ code: "token_expired" });
  expect(keeper.held()).toBeNull();
  expect(await keeper.bearer()).toBeNull();
});
